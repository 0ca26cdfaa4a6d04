/** Templates of schemes for kinds of entity: invented, as who would decide what in a well-run one. */
interface TemplateRow {
  readonly matter: string
  readonly recipient: { readonly title: string; readonly grade: string | null }
  readonly limits: { amount?: { currency: string; upTo: string }; grade?: string }[]
  readonly share: number | null
  readonly mayExercise: boolean
  readonly depth: number
  readonly months: number | null
  readonly conditions: string | null
}

export interface DemonstrationTemplate {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly note: string
  readonly writtenBy: string
  readonly lines: readonly TemplateRow[]
}

/** A part of what the head holds, for a post told by its title. */
const part = (matter: string, title: string, share: number, depth = 0): TemplateRow => ({
  matter, recipient: { title, grade: null }, limits: [], share, mayExercise: true, depth, months: null, conditions: null,
})
const forAYear = (row: TemplateRow, conditions: string): TemplateRow => ({ ...row, months: 12, conditions })
const upToGrade = (matter: string, title: string, grade: string): TemplateRow => ({
  matter, recipient: { title, grade: null }, limits: [{ grade }], share: null, mayExercise: true, depth: 0, months: null, conditions: null,
})

const writtenBy = 'ines-falcao'

export const demonstrationTemplates: readonly DemonstrationTemplate[] = [
  {
    id: 'peace-operation-standard', name: 'Peace operation with a support unit', category: 'peace-operation', writtenBy,
    note: 'Procurement, finance and people through the director of mission support and the chiefs below.',
    lines: [
      part('award-contract', 'Director of Mission Support', 50, 1), part('award-contract', 'Chief of Procurement', 20),
      part('low-value-purchase', 'Procurement Officer', 100), forAYear(part('award-under-exigency', 'Chief of Procurement', 25), 'Reported to the head of mission within five working days.'),
      part('approve-payment', 'Chief of Finance and Budget', 50), part('petty-cash', 'Finance Officer', 50), part('official-hospitality', 'Deputy Head of Mission', 50),
      upToGrade('special-post-allowance', 'Chief of Human Resources', 'P-3'), upToGrade('temporary-appointment', 'Chief of Human Resources', 'P-3'),
      part('write-off-property', 'Chief of Property Management', 25),
    ],
  },
  {
    id: 'resident-coordinator-office', name: 'Office of a resident coordinator', category: 'resident-coordinator-office', writtenBy,
    note: 'A small office: the head of office decides what does not wait for the coordinator.',
    lines: [
      part('low-value-purchase', 'Head of Office', 100), part('official-hospitality', 'Head of Office', 50),
      upToGrade('extension-of-appointment', 'Head of Office', 'P-2'), part('petty-cash', 'Programme Management Officer', 50),
    ],
  },
  {
    id: 'regional-commission-standard', name: 'Regional commission', category: 'regional-commission', writtenBy,
    note: 'The chief of administration receives half of what the executive secretary holds and may pass it on once.',
    lines: [
      part('award-contract', 'Chief of Administration', 50, 1), part('approve-payment', 'Chief of Administration', 50, 1),
      part('low-value-purchase', 'Procurement Officer', 100), part('grant-to-partner', 'Director', 50), upToGrade('special-post-allowance', 'Chief of Human Resources', 'P-4'),
    ],
  },
  {
    id: 'political-mission-lean', name: 'Special political mission, lean', category: 'special-political-mission', writtenBy,
    note: 'One officer for each area; nothing is passed on further.',
    lines: [
      part('low-value-purchase', 'Procurement Officer', 100), part('approve-payment', 'Finance Officer', 50),
      part('award-contract', 'Chief of Administration', 25), upToGrade('temporary-appointment', 'Human Resources Officer', 'P-2'),
    ],
  },
]
