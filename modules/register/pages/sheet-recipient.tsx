/** To whom: people and posts in one field; what is chosen says which it is. */
import { useCallback, useState } from 'react'

import { searchFor, useDetail } from '../../../web/app/finder.ts'
import { CheckboxField, Combobox, useLanguage, type FieldError, type Found } from '../../../web/design/index.ts'
import type { DraftLine } from '../shapes.ts'
import { useNamed } from './use-named.ts'

interface RecipientProps {
  readonly line: DraftLine
  readonly onChange: (line: DraftLine) => void
  readonly error: FieldError | undefined
}

/** The post that told a person from their namesakes. */
type FoundPerson = Found & { readonly seat?: string | undefined }

const nobody = { kind: 'post', person: null, post: null } as const

function recipientOf(found: Found | null): DraftLine['recipient'] {
  if (!found) return nobody
  const id = found.id.slice(found.id.indexOf(':') + 1)
  return found.id.startsWith('person:') ? { kind: 'person', person: id, post: null } : { kind: 'post', person: null, post: id }
}

export function Recipient({ line, onChange, error }: RecipientProps) {
  const { t } = useLanguage()
  const detailOf = useDetail()
  const [seat, setSeat] = useState<string | null>(null)
  const find = useCallback(
    async (words: string, signal: AbortSignal): Promise<readonly FoundPerson[]> =>
      (await searchFor(words, ['person', 'post'], 8, signal)).map((item) => ({
        id: `${item.kind}:${item.id}`,
        name: item.name,
        names: item.names,
        detail: detailOf(item) || item.id,
        seat: item.kind === 'person' && item.detail && 'id' in item.detail ? String(item.detail.id) : undefined,
      })),
    [detailOf],
  )
  const { kind, person, post } = line.recipient
  const value = useNamed(kind === 'post' ? 'post' : 'person', (kind === 'post' ? post : person) ?? undefined)
  const choose = (found: FoundPerson | null): void => {
    setSeat(found?.seat ?? null)
    onChange({ ...line, recipient: recipientOf(found) })
  }
  const place = post ?? seat
  return (
    <>
      <Combobox label={t('sheet.recipient')} hint={t('sheet.recipient-hint')} value={value} onChoose={choose} find={find} error={error} />
      {kind !== 'post' && place !== null ? (
        <CheckboxField
          label={t('sheet.only-in-post')}
          checked={kind === 'person-in-post'}
          onChange={(only) =>
            onChange({
              ...line,
              recipient: only ? { kind: 'person-in-post', person, post: place } : { kind: 'person', person, post: null },
            })
          }
        />
      ) : null}
    </>
  )
}
