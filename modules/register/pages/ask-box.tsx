/** "May I …?" asked from anywhere in two steps: choose the matter, ask. */
import { useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useFinder } from '../../../web/app/finder.ts'
import { searchText } from '../../../web/app/search-text.ts'
import { Button, Combobox, FieldRow, TextField, useLanguage, type Found } from '../../../web/design/index.ts'

export function AskBox({ person }: { readonly person: { readonly id: string } }) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const findMatter = useFinder('matter')
  const [matter, setMatter] = useState<Found | null>(null)
  const [amount, setAmount] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(matter === null)
        if (matter) go(`/ask${searchText({ person: person.id, matter: matter.id, amount: amount.trim() || undefined })}`)
      }}
    >
      <FieldRow>
        <Combobox
          label={t('ask.matter')}
          value={matter}
          onChoose={setMatter}
          find={findMatter}
          error={missing && matter === null ? { message: t('ask.matter-missing') } : undefined}
        />
        <TextField label={t('ask.amount')} hint={t('ask.amount-hint')} value={amount} onChange={setAmount} />
        <Button type="submit" kind="main">
          {t('ask.may-i')}
        </Button>
      </FieldRow>
    </form>
  )
}
