/** Open findings on the page of a delegation. */
import { OpenFindings } from './open-findings.tsx'

export const Part = ({ id }: { readonly id: string }) => <OpenFindings by={{ subject: `delegation:${id}` }} />
