import { Button, Steps } from '../button/button.tsx'
import type { Examples } from '../example.ts'
import { AnswerPanel } from './answer-panel.tsx'

const permitted =
  'Leila Haddad may award this contract: up to USD 500,000, delegated by Amina Diallo, Head of Mission, and ' +
  'accepted on 14 May 2025.'
const notYet =
  'Leila Haddad pourra attribuer ce marché dès que le Comité local des marchés aura rendu son avis : elle détient ' +
  'une délégation de pouvoir à hauteur de 200 000 dollars des États-Unis pour les marchés de gré à gré, et le ' +
  'montant du marché, avenants compris, s’élève à 180 000 dollars.'

export const answerPanelExamples: Examples = {
  component: 'answer-panel',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <AnswerPanel
          tone="yes"
          word="Permitted"
          when="as it stands now, known to the register at 09:14"
          says={permitted}
        >
          <Steps>
            <Button>Who else may?</Button>
            <Button>Print the evidence</Button>
          </Steps>
          <small>Funds were not checked.</small>
        </AnswerPanel>
      ),
    },
    {
      situation: 'wrong',
      Shown: () => (
        <AnswerPanel
          tone="no"
          word="Refused"
          says="Sun-hee Park may not award this contract: her authority ends at USD 50,000. Leila Haddad and Amina Diallo may."
        />
      ),
    },
    {
      situation: 'long',
      Shown: () => (
        <AnswerPanel
          tone="wait"
          word="Pas encore"
          says={notYet}
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <AnswerPanel
          tone="yes"
          word="جائز"
          when="كما هو الآن"
          says="يجوز لليلى حداد إرساء هذا العقد: حتى ٥٠٠٬٠٠٠ دولار، بتفويض من رئيسة البعثة."
        />
      ),
    },
  ],
}
