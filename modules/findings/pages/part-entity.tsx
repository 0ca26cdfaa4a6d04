/** Open findings on the page of an entity. */
import { OpenFindings } from './open-findings.tsx'

export const Part = ({ id }: { readonly id: string }) => <OpenFindings by={{ entity: id }} />
