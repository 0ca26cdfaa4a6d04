/** What is done with the chosen lines together: limits set, lines copied, withdrawn or left as today. */
import { useCallback, useState } from 'react'

import { useFinder } from '../../../../web/app/finder.ts'
import { amountText, Button, Combobox, DateField, SelectField, TextField, useLanguage, type Found } from '../../../../web/design/index.ts'
import type { DelegationSummary } from '../../shapes.ts'
import type { Bulk, HeldAuthority } from './scheme-rows.ts'

interface BulkBarProps {
  readonly count: number
  readonly held: readonly DelegationSummary[]
  readonly onSet: (bulk: Bulk) => void
  readonly onCopyToPost: (post: string) => void
  readonly onCopyToMatters: (held: readonly HeldAuthority[]) => void
  readonly onWithdraw: () => void
  readonly onAsToday: () => void
}

const depths = ['0', '1', '2', '3'] as const

export function BulkBar({ count, held, onSet, onCopyToPost, onCopyToMatters, onWithdraw, onAsToday }: BulkBarProps) {
  const { t } = useLanguage()
  const [upTo, setUpTo] = useState('')
  const [percent, setPercent] = useState('')
  const [until, setUntil] = useState('')
  const [depth, setDepth] = useState('')
  const [round, setRound] = useState(0)
  const findPost = useFinder('post')
  const amount = upTo.trim() === '' ? null : amountText(upTo)
  const share = percent.trim() === '' ? null : Number(percent)
  const wrongAmount = upTo.trim() !== '' && amount === null
  const wrongShare = share !== null && !(Number.isInteger(share) && share >= 1 && share <= 100)
  const nothing = amount === null && share === null && until === '' && depth === ''
  const closed = count === 0 ? t('scheme.choose-first') : wrongAmount || wrongShare ? t('scheme.correct-first') : nothing ? t('scheme.enter-first') : undefined
  return (
    <div className="bulk" role="group" aria-label={t('scheme.bulk', { count })}>
      <TextField label={t('sheet.up-to')} value={upTo} maxLength={24} onChange={setUpTo} error={wrongAmount ? { message: t('sheet.amount-wrong') } : undefined} />
      <TextField label={t('scheme.percent')} value={percent} maxLength={3} onChange={setPercent} error={wrongShare ? { message: t('scheme.percent-wrong') } : undefined} />
      <DateField label={t('sheet.until')} value={until} onChange={setUntil} />
      <SelectField label={t('scheme.depth')} value={depth} none={t('scheme.leave')} onChange={setDepth} choices={depths.map((value) => ({ value, label: t('scheme.levels', { count: Number(value) }) }))} />
      <Button
        closedBecause={closed}
        onClick={() => {
          onSet({ upTo: amount, percent: share, until: until === '' ? null : until, depth: depth === '' ? null : Number(depth) })
          setUpTo('')
          setPercent('')
          setUntil('')
          setDepth('')
        }}
      >
        {t('scheme.set', { count })}
      </Button>
      {count > 0 ? (
        <>
          <Combobox
            key={`post ${round}`}
            label={t('scheme.copy-to-post')}
            value={null}
            find={findPost}
            onChoose={(found) => {
              if (!found) return
              onCopyToPost(found.id)
              setRound(round + 1)
            }}
          />
          <CopyToMatter key={`matter ${round}`} held={held} onChoose={(chosen) => { onCopyToMatters(chosen); setRound(round + 1) }} />
          <Button onClick={onWithdraw}>{t('scheme.withdraw-chosen', { count })}</Button>
          <Button onClick={onAsToday}>{t('scheme.as-today-chosen', { count })}</Button>
        </>
      ) : null}
    </div>
  )
}

/** One matter, or a whole area of them. */
function CopyToMatter({ held, onChoose }: { readonly held: readonly DelegationSummary[]; readonly onChoose: (held: readonly HeldAuthority[]) => void }) {
  const speech = useLanguage()
  const { t, name } = speech
  const find = useCallback(
    async (words: string): Promise<readonly Found[]> => {
      const wanted = words.toLocaleLowerCase(speech.locale)
      const areas = [...new Set(held.map(({ matter }) => matter.area))].map((area): Found => ({ id: `area:${area}`, name: t('scheme.whole-area', { area: speech.has(`area.${area}`) ? t(`area.${area}`) : area }) }))
      const matters = held.map(({ id, matter }): Found => ({ id, name: matter.name, names: matter.names, detail: id }))
      return [...matters, ...areas].filter((found) => name(found.name, found.names ?? {}).toLocaleLowerCase(speech.locale).includes(wanted))
    },
    [held, speech, name, t],
  )
  return (
    <Combobox
      label={t('scheme.copy-to-matter')}
      value={null}
      find={find}
      onChoose={(found) => {
        if (found) onChoose(held.filter(({ id, matter }) => id === found.id || `area:${matter.area}` === found.id))
      }}
    />
  )
}
