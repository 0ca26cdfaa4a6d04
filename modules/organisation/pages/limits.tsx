/** What an authority is limited to: a line for each way in which it may be used. */
import { useLanguage } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { holdsContract } from '../../register/index.ts'

type Box = AnswerOf<typeof holdsContract>['holds'][number]['delegation']['limits'][number]
type Band = NonNullable<Box['amount']>

export function Limits({ boxes }: { readonly boxes: readonly Box[] }) {
  const { t } = useLanguage()
  const boxWords = useBoxWords()
  if (boxes.length === 0) return <span className="quiet">{t('limits.none')}</span>
  return (
    <>
      {boxes.map((box) => (
        <div key={JSON.stringify(box)}>{boxWords(box)}</div>
      ))}
    </>
  )
}

function useBoxWords(): (box: Box) => string {
  const { has, locale, money, t } = useLanguage()
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  const together = new Intl.ListFormat(locale, { type: 'unit' })

  const codes = (group: string, values: readonly string[] | undefined): string | undefined =>
    values && t(`limits.${group}`, { list: either.format(values.map((code) => (has(`${group}.${code}`) ? t(`${group}.${code}`) : code))) })

  const band = ({ currency, over, overIncluded, upTo, upToIncluded }: Band): string =>
    t('limits.amount', {
      lower: over === undefined ? 'none' : overIncluded ? 'from' : 'over',
      from: over === undefined ? '' : money({ currency, value: over }),
      upper: upTo === undefined ? 'none' : upToIncluded === false ? 'under' : 'upto',
      to: upTo === undefined ? '' : money({ currency, value: upTo }),
    }).trim()

  return (box) => {
    const parts = [
      box.amount && band(box.amount),
      box.grade && t('limits.grade', { grade: box.grade }),
      box.term && t('limits.term', { months: box.term }),
      codes('method', box.methods),
      codes('category', box.categories),
      codes('fund', box.funds),
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? t('limits.none') : together.format(parts.map(String))
  }
}
