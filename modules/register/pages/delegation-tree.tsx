/** The tree of subdelegation around one delegation: the chain above it and everything passed on below. */
import { useMemo } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { useTimes } from '../../../web/app/times.ts'
import { AsOf, ButtonLink, Notice, PageHead, Tree, useLanguage, type Branch } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { treeContract } from '../views/delegation-tree.ts'
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

function Drawn({ answer: { nodes, asked } }: { readonly answer: Answer }) {
  const speech = useLanguage()
  const holder = useHolderWords()
  const placesOf = ({ entities }: Node): string => entities.map((entity) => speech.name(entity.name, entity.names)).join(' · ')
  const branches = useMemo(() => {
    const byParent = new Map<string | null, Node[]>()
    const known = new Set(nodes.map(({ id }) => id))
    for (const node of nodes) {
      const parent = node.parent !== null && known.has(node.parent) ? node.parent : null
      byParent.set(parent, [...(byParent.get(parent) ?? []), node])
    }
    const grow = (parent: string | null): Branch[] =>
      (byParent.get(parent) ?? []).map((node) => ({
        id: node.id,
        children: grow(node.id),
        content: {
          label: holder(node.holder),
          href: delegationHref(node.id),
          current: node.id === asked,
          detail: (
            <>
              {limitSentence(node.limits, speech)} · {placesOf(node)} · <DelegationState state={node.state} />
            </>
          ),
        },
      })) as Branch[]
    return grow(null)
  }, [nodes, asked, speech, holder])
  return <Tree label={speech.t('tree.title')} nodes={branches} openLevels={levelsOpen(nodes.length)} />
}
