/** What the sheet would change against today, told before anything is signed: each line before and after, and all that falls with what ends. */
import { Notice, SelectField, State, useLanguage, type Tone } from '../../../../web/design/index.ts'
import { reasonSentence } from '../../sentences.ts'
import type { DraftBody } from '../../shapes.ts'
import type { Checks } from '../use-checks.ts'
import { delegationHref, useHolderWords } from '../words.tsx'
import type { Row } from './scheme-rows.ts'
import { termsWords } from './terms.ts'

const tones: Readonly<Record<string, Tone>> = { added: 'yes', narrowed: 'wait', widened: 'wait', changed: 'wait', withdrawn: 'no' }

interface ChangesProps {
  readonly rows: readonly Row[]
  readonly checks: Checks
  readonly onBelow: (ending: Checks['endings'][number], below: DraftBody['withdraws'][number]['below']) => void
}

export function Changes({ rows, checks, onBelow }: ChangesProps) {
  const { t } = useLanguage()
  const changed = checks.lines.filter(({ change }) => change !== 'unchanged')
  const withdrawn = checks.endings.filter(({ line }) => line === null)
  const kept = rows.filter(({ mark, line }) => mark === 'kept' || checks.lines.some(({ key, change }) => key === line?.key && change === 'unchanged')).length
  if (changed.length + withdrawn.length === 0) return <p className="quiet">{t('scheme.no-changes')}</p>
  const counted = (kind: string): number => changed.filter(({ change }) => change === kind).length
  return (
    <>
      <p role="status">
        {t('scheme.counts', {
          added: counted('added'), widened: counted('widened'), narrowed: counted('narrowed'), changed: counted('changed'), withdrawn: withdrawn.length, kept,
        })}
      </p>
      <ul className="changes">
        {changed.map((line) => (
          <Changed key={line.key} line={line} row={rows.find((row) => row.line?.key === line.key)} ending={checks.endings.find((each) => each.line === line.key)} names={checks.names} onBelow={onBelow} />
        ))}
        {withdrawn.map((ending) => (
          <li key={ending.delegation.id}>
            <Told kind="withdrawn" ending={ending} />
            <Falling ending={ending} names={checks.names} onBelow={onBelow} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface ChangedProps extends Pick<ChangesProps, 'onBelow'> {
  readonly line: Checks['lines'][number]
  readonly row: Row | undefined
  readonly ending: Checks['endings'][number] | undefined
  readonly names: Checks['names']
}

function Changed({ line, row, ending, names, onBelow }: ChangedProps) {
  const speech = useLanguage()
  const { t, name } = speech
  const holder = useHolderWords()
  const matter = line.parent?.matter
  const today = row?.today
  const before = ending && today ? termsWords({ ...today, places: today.entities.map((each) => name(each.name, each.names)) }, speech) : null
  const proposed = row?.line
  const after = proposed ? termsWords({ ...proposed, places: [], depth: proposed.passOn?.depth ?? 0 }, speech) : ''
  const otherHolder = today && holder(today.holder) !== holder(line.holder)
  return (
    <li>
      <span>
        <State tone={tones[line.change] ?? 'none'}>{t(`scheme.mark-${line.change}`)}</State>{' '}
        {otherHolder ? <del>{holder(today.holder)}</del> : null} <b>{holder(line.holder) || t('scheme.nobody-yet')}</b> · {matter ? name(matter.name, matter.names) : ''}
      </span>
      {before ? <span>{t('scheme.today')} <del>{before}</del></span> : null}
      <span>{t('scheme.then')} <ins>{after}</ins></span>
      {line.acceptance === 'before-use' && line.change !== 'narrowed' ? <small>{t(before ? 'scheme.gap' : 'scheme.waits')}</small> : null}
      {ending ? <Falling ending={ending} names={names} onBelow={onBelow} /> : null}
    </li>
  )
}

function Told({ kind, ending: { delegation } }: { readonly kind: 'withdrawn'; readonly ending: Checks['endings'][number] }) {
  const speech = useLanguage()
  const { t, name } = speech
  const holder = useHolderWords()
  const places = delegation.entities.map((each) => name(each.name, each.names))
  return (
    <span>
      <State tone={tones[kind] ?? 'none'}>{t(`scheme.mark-${kind}`)}</State> <b>{holder(delegation.holder)}</b> · {name(delegation.matter.name, delegation.matter.names)}{' '}
      <del>{termsWords({ ...delegation, places, until: null, conditions: null }, speech)}</del>
    </span>
  )
}

/** With what ends goes what was passed on from it, unless it stands under the one above. */
function Falling({ ending, names, onBelow }: Pick<ChangesProps, 'onBelow'> & { readonly ending: Checks['endings'][number]; readonly names: Checks['names'] }) {
  const speech = useLanguage()
  const { t, name } = speech
  const holder = useHolderWords()
  const { falls, fallsTotal, stands, below, uncovered, problems } = ending
  const alone = uncovered.filter(({ nobodyElse }) => nobodyElse)
  return (
    <>
      {problems.length > 0 ? (
        <Notice kind="refusal" title={t('scheme.cannot-end')}>
          <ul>{problems.map((problem, index) => <li key={index}>{reasonSentence(problem, names, speech)}</li>)}</ul>
        </Notice>
      ) : null}
      {fallsTotal + stands > 0 ? (
        <>
          <span>{t('scheme.falls', { falls: fallsTotal, stands })}</span>
          {falls.length > 0 ? (
            <ul>
              {falls.map((line) => (
                <li key={line.id}><a href={delegationHref(line.id)}>{holder(line.holder)} · {name(line.matter.name, line.matter.names)}</a></li>
              ))}
            </ul>
          ) : null}
          <SelectField
            label={t('scheme.below', { id: ending.delegation.id })}
            value={below}
            choices={[{ value: 'falls', label: t('scheme.below-falls') }, { value: 'stands', label: t('scheme.below-stands') }]}
            onChange={(next) => onBelow(ending, next === 'stands' ? 'stands' : 'falls')}
          />
        </>
      ) : null}
      {alone.map(({ matter, entity }) => (
        <small key={`${matter.id} ${entity.id}`}>{t('scheme.nobody-else', { matter: name(matter.name, matter.names), entity: name(entity.name, entity.names) })}</small>
      ))}
    </>
  )
}
