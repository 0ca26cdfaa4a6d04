/** One verdict in a panel, as it was known at one time. */
import { AnswerPanel, Moment, useLanguage, type Tone } from '../../../../web/design/index.ts'
import { answerSentence, reasonSentence, type MayAnswer } from '../../sentences.ts'
import { delegationHref } from '../words.tsx'

export const answerTones: Readonly<Record<MayAnswer['answer'], Exclude<Tone, 'soon'>>> = {
  permitted: 'yes',
  'not-yet': 'wait',
  refused: 'no',
  refer: 'wait',
  reserved: 'no',
  outside: 'no',
  'no-such-matter': 'no',
  'before-register': 'none',
}

export const exerciseHref = (id: string): string => `/exercises/${encodeURIComponent(id)}`

export function VerdictPanel({ answer }: { readonly answer: MayAnswer }) {
  const speech = useLanguage()
  const { t, rich } = speech
  return (
    <AnswerPanel
      tone={answerTones[answer.answer]}
      word={t(`answer-word.${answer.answer}`)}
      says={answerSentence(answer, speech)}
      when={rich(`ask.when-${answer.times.standing}`, {
        on: <Moment value={answer.times.on} />,
        known: <Moment value={answer.times.known} />,
        entry: speech.number(answer.times.number),
      })}
    >
      {answer.reasons.length > 0 ? (
        <ul className="reasons">
          {answer.reasons.map((reason, index) => (
            <li key={index}>
              {reasonSentence(reason, answer.names, speech)}
              {reason.delegation ? (
                <>
                  {' '}
                  <a href={delegationHref(reason.delegation)}>{reason.delegation}</a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </AnswerPanel>
  )
}
