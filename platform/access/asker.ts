/** Who is asking, and in what capacity. Every act records it; every query runs as it. */
export type Asker =
  | { readonly kind: 'nobody' }
  /** A person signed in; `capacity` is the post in which they act now, if they hold one. */
  | { readonly kind: 'person'; readonly person: string; readonly capacity: string | null; readonly roles: readonly Role[] }
  /** The command line on the machine: may ask, import and export; signs and accepts nothing. */
  | { readonly kind: 'operator' }
  /** A program with a bearer token: may ask. */
  | { readonly kind: 'program'; readonly name: string }

/** Roles beyond what assignments and delegations give. */
export type Role = 'administrator' | 'monitor' | 'auditor'
