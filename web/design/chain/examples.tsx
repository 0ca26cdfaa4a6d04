import type { Examples } from '../example.ts'
import { Chain } from './chain.tsx'

const usual = [
  {
    key: '1',
    title: (
      <>
        <b>Secretary-General</b>, Regulation 12 of the Organisation
      </>
    ),
    detail: 'legal basis of the framework in force since 1 January 2019',
  },
  {
    key: '2',
    title: (
      <>
        <b>Under-Secretary-General for Operations</b>, unlimited
      </>
    ),
    detail: (
      <>
        <a href="#chain-usual">instrument 2019/0004</a>, may be passed on twice
      </>
    ),
  },
  {
    key: '3',
    title: (
      <>
        <b>Amina Diallo</b>, Head of Mission, sole source up to USD 200,000
      </>
    ),
    detail: (
      <>
        <a href="#chain-usual">instrument 2024/1187</a>, accepted 3 March 2024
      </>
    ),
  },
  {
    key: '4',
    title: (
      <>
        <b>Leila Haddad</b>, Chief of Procurement, sole source up to USD 200,000
      </>
    ),
    detail: (
      <>
        <a href="#chain-usual">instrument 2025/0312</a>, accepted 14 May 2025, not to be passed on
      </>
    ),
  },
]

export const chainExamples: Examples = {
  component: 'chain',
  examples: [
    { situation: 'usual', Shown: () => <Chain label="Where the authority comes from" links={usual} /> },
    {
      situation: 'wrong',
      Shown: () => (
        <Chain
          label="A broken chain"
          links={usual.map((link, index) => (index === 2 ? { ...link, broken: true, detail: 'revoked on 1 June 2026' } : link))}
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Chain
          label="مصدر السلطة"
          links={[
            { key: '1', title: <b>الأمين العام</b>, detail: 'القاعدة ١٢' },
            { key: '2', title: <b>أمينة ديالو</b>, detail: 'رئيسة البعثة' },
          ]}
        />
      ),
    },
  ],
}
