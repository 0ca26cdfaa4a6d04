/** Open findings on the page of a person. */
import { OpenFindings } from './open-findings.tsx'

export const Part = ({ id }: { readonly id: string }) => <OpenFindings by={{ person: id }} />
