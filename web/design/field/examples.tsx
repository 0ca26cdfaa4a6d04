import { useState } from 'react'

import type { Examples } from '../example.ts'
import { CheckboxField, RadioGroup, SelectField } from './choice-fields.tsx'
import { FieldRow } from './field.tsx'
import { AmountField, DateField, TextArea, TextField } from './text-fields.tsx'

const methods = [
  { value: 'open', label: 'Open tender' },
  { value: 'sole', label: 'Sole source' },
]
const choices = [
  { value: 'falls', label: 'They fall with it', hint: 'three delegations end at once' },
  { value: 'stands', label: 'They stand under the Head of Mission' },
]
const amountError = { message: '“a lot” is not an amount.', remedy: 'Enter the amount in USD, for example 250,000.' }

function Form() {
  const [title, setTitle] = useState('Award of contracts')
  const [amount, setAmount] = useState({ currency: 'USD', value: '250,000' })
  const [day, setDay] = useState('2026-03-31')
  const [method, setMethod] = useState('open')
  const [passOn, setPassOn] = useState(true)
  const [choice, setChoice] = useState('falls')
  return (
    <>
      <FieldRow>
        <TextField label="Title" hint="As it will stand in the instrument." value={title} onChange={setTitle} />
        <AmountField label="Up to" currencyLabel="Currency" currencies={['USD', 'EUR']} value={amount} onChange={setAmount} />
        <DateField label="Until" hint="The last day it counts." value={day} onChange={setDay} />
        <SelectField label="Method" value={method} onChange={setMethod} choices={methods} none="any method" />
      </FieldRow>
      <CheckboxField label="May be passed on once" hint="To staff of the same entity." checked={passOn} onChange={setPassOn} />
      <RadioGroup label="What becomes of the delegations under it" value={choice} onChange={setChoice} choices={choices} />
    </>
  )
}

export const fieldExamples: Examples = {
  component: 'field',
  examples: [
    { situation: 'usual', Shown: () => <Form /> },
    {
      situation: 'empty',
      Shown: () => <TextArea label="Conditions" hint="In whole sentences. Leave empty for none." value="" onChange={() => undefined} />,
    },
    {
      situation: 'wrong',
      Shown: () => (
        <AmountField
          label="Up to"
          hint="Inside what you hold: USD 500,000."
          currencyLabel="Currency"
          currencies={['USD']}
          value={{ currency: 'USD', value: 'a lot' }}
          onChange={() => undefined}
          error={amountError}
          required
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <FieldRow>
          <TextField label="العنوان" hint="كما سيرد في الصك." value="إرساء العقود" onChange={() => undefined} />
          <AmountField
            label="الحد الأقصى"
            currencyLabel="العملة"
            currencies={['USD']}
            value={{ currency: 'USD', value: '250,000' }}
            onChange={() => undefined}
          />
        </FieldRow>
      ),
    },
  ],
}
