/** The tree of subdelegation around one delegation: the chain above it and everything passed on below. */
import { useDeferredValue, useMemo, useState } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { useTimes } from '../../../web/app/times.ts'
import { AsOf, ButtonLink, Notice, PageHead, TextField, Tree, useLanguage, type Branch, type Speech } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { treeContract } from '../views/delegation-tree.ts'
import { branchesOf, matching, wordsOf } from './delegation-branches.ts'
import { Elsewhere } from './elsewhere.tsx'
import { delegationHref, DelegationState, useHolderWords } from './words.tsx'
import './register.css'

type Answer = AnswerOf<typeof treeContract>
type Node = Answer['nodes'][number]

export function Page({ param }: PageProps) {
  const { t, name } = useLanguage()
  const times = useTimes()
  const answer = useAnswer<typeof treeContract>('GET', '/api/v1/delegations/{id}/tree', { params: { id: param('id') }, query: times.asked })
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('tree.title')} busy={t('tree.busy')} elsewhere={<Elsewhere />} />
  const { matter, nodes, cut, asked } = answer.data
  return (
    <>
      <AsOf asked={times.asked} onChange={times.set} standing={answer.data.times.standing} />
      <PageHead
        title={t('tree.heading', { matter: name(matter.name, matter.names) })}
        steps={<ButtonLink href={delegationHref(asked)}>{t('tree.back')}</ButtonLink>}
      >
        <p className="quiet">{t('tree.count', { count: nodes.length })}</p>
      </PageHead>
      {cut ? <Notice kind="warning">{t('tree.cut', { count: nodes.length })}</Notice> : null}
      <Drawn answer={answer.data} />
    </>
  )
}

/** Large trees open by branches: a page draws only what stands open. */
const levelsOpen = (count: number): number => (count > 300 ? 2 : count > 60 ? 3 : Infinity)

/** Filled in when a node is drawn: of a large tree that is few of them. */
function contentOf(node: Node, current: boolean, speech: Speech, holder: (of: Node['holder']) => string): Branch['content'] {
  return {
    href: delegationHref(node.id),
    current,
    get label() {
      return holder(node.holder)
    },
    get detail() {
      return (
        <>
          {limitSentence(node.limits, speech)} · {node.entities.map((entity) => speech.name(entity.name, entity.names)).join(' · ')} ·{' '}
          <DelegationState state={node.state} />
        </>
      )
    },
  }
}

function Drawn({ answer: { nodes, asked } }: { readonly answer: Answer }) {
  const speech = useLanguage()
  const { t } = speech
  const holder = useHolderWords()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const texts = useMemo(() => new Map(nodes.map((node) => [node.id, wordsOf(node)])), [nodes])
  const branches = useMemo(() => {
    const kept = matching(nodes, texts, wanted)
    return branchesOf(kept, (node): Branch['content'] => contentOf(node, node.id === asked, speech, holder))
  }, [nodes, texts, wanted, asked, speech.locale])
  return (
    <>
      {nodes.length > 20 ? <TextField label={t('tree.filter')} type="search" value={words} maxLength={100} onChange={setWords} /> : null}
      <Tree key={wanted === '' ? 'whole' : wanted} label={t('tree.title')} nodes={branches} openLevels={wanted === '' ? levelsOpen(nodes.length) : Infinity} />
    </>
  )
}
