import type { Examples } from '../example.ts'
import { State } from './state.tsx'

export const stateExamples: Examples = {
  component: 'state',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <p>
          <State tone="yes">In force</State> <State tone="wait">Waits for acceptance</State> <State tone="soon">Ends in 8 days</State>{' '}
          <State tone="no">Revoked</State> <State tone="none">Not yet begun</State>
        </p>
      ),
    },
    {
      situation: 'long',
      Shown: () => (
        <p>
          <State tone="wait">
            En attente d’acceptation par le délégataire, qui doit d’abord présenter un certificat de passation des marchés en cours de
            validité
          </State>
        </p>
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <p>
          <State tone="yes">ساري</State> <State tone="no">ملغى</State> <State tone="soon">ينتهي خلال ٨ أيام</State>
        </p>
      ),
    },
  ],
}
