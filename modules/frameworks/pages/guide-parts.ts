/** The guide: which parts it has, for whom, what each stands on, and which page it leads to. Its words are messages `guide.<part>.*`. */
export interface GuidePart {
  readonly key: string
  readonly for: 'heads' | 'officers' | 'auditors' | 'programs' | 'questions'
  /** Paragraphs of the report, or of the bulletin it rests on; the same in every language. */
  readonly cites: readonly string[]
  readonly leadsTo: string | null
}

const part = (key: string, audience: GuidePart['for'], cites: readonly string[], leadsTo: string | null): GuidePart => ({ key, for: audience, cites, leadsTo })

export const guideParts: readonly GuidePart[] = [
  part('receive', 'heads', ['A/75/201 ¶13', 'ST/SGB/2019/2 §1.1'], '/'),
  part('pass-on', 'heads', ['A/75/201 ¶14'], '/pass-on'),
  part('inherit', 'heads', ['ST/SGB/2019/2 §4.3'], '/inherited'),
  part('take-back', 'heads', ['A/75/201 ¶14'], '/register'),
  part('transition', 'heads', ['ST/SGB/2019/2 §1.1', 'A/75/201 ¶14'], '/frameworks'),
  part('ask', 'officers', ['A/75/201 ¶14'], '/ask'),
  part('accept', 'officers', ['A/75/201 ¶14'], '/'),
  part('comment', 'officers', ['A/75/201 ¶14'], '/frameworks'),
  part('times', 'auditors', ['A/75/201 ¶15'], '/register'),
  part('evidence', 'auditors', ['A/75/201 ¶15'], '/log'),
  part('programs', 'programs', ['OpenID AuthZEN 1.0'], '/administration'),
  part('why-refused', 'questions', ['ST/SGB/2019/2 §1.2–1.3'], '/ask'),
  part('officer-in-charge', 'questions', [], '/acting'),
  part('reserved', 'questions', ['ST/SGB/2019/2 §1.3'], '/catalogue'),
  part('not-yet', 'questions', [], '/ask'),
  part('head-left', 'questions', ['ST/SGB/2019/2 §4.3'], '/inherited'),
  part('keep-power', 'questions', ['ST/SGB/2019/2 §2.1'], '/register'),
  part('one-official', 'questions', ['A/75/201 ¶35'], '/catalogue'),
  part('old-line', 'questions', ['ST/SGB/2019/2 §1.1'], '/frameworks'),
]

export const audiences = ['heads', 'officers', 'auditors', 'programs', 'questions'] as const

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

/** Whether every word asked for stands in the text, whatever its accents and capitals. */
export const says = (text: string, words: string): boolean =>
  folded(words).split(/\s+/).filter(Boolean).every((word) => folded(text).includes(word))
