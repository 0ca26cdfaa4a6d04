/** Everything the register's monitor finds at two times (A3; A/75/201 ¶14). */
import type { Times } from '../model.ts'
import type { Register } from '../register.ts'
import type { Finding } from './finding.ts'
import { Look, usualTerms, type MonitorTerms } from './look.ts'
import { everywhere } from './unit.ts'

/** All findings as it stood on D, as known on R, in no particular order. Of a million lines some seconds' work. */
export function findings(register: Register, times: Times, terms: MonitorTerms = usualTerms): Finding[] {
  const found: Finding[] = []
  for (const { findings: here } of everywhere(new Look(register, times, terms))) for (const finding of here) found.push(finding)
  return found
}
