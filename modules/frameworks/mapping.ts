/** How a matter of the new framework answers to one of the old. Pages read it too: nothing of the server here. */
/** `dropped` and `new` stand for a mapping with one side only. Only `identical` and `narrower` carry authority over. */
export const hows = ['identical', 'narrower', 'wider', 'changed', 'dropped', 'new'] as const
export type How = (typeof hows)[number]

export const carries = (how: How): boolean => how === 'identical' || how === 'narrower'

export interface BulletinMapping {
  readonly from: string | null
  readonly to: string | null
  readonly how: How
}
