/** `findings` and `drift`: what the monitor finds on the register at two times; exit 1 when there is something. */
import type { Command } from 'commander'

import type { Connection } from './connect.ts'
import { exit } from './outcome.ts'
import { ask, printer, type Run } from './run.ts'
import { speakerOf } from './speaker.ts'

interface Asked {
  readonly rule?: string
  readonly entity?: string
  readonly on?: string
  readonly known?: string
  readonly json?: true
}

interface Named {
  readonly id: string
  readonly name: string
}

interface FindingAnswer {
  readonly rule: string
  readonly severity: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly entity: Named | null
  readonly matter: Named | null
  readonly since: string | null
  readonly owner: Named | null
  readonly cause: object
  readonly remedy: string
  readonly ratification: string | null
}

interface FindingsAnswer {
  readonly items: readonly FindingAnswer[]
  readonly total: number
  readonly times: { readonly on: string; readonly standing: 'now' | 'history' | 'forecast' }
}

const pageSize = 500

async function findings(connection: Connection, { json, ...options }: Asked): Promise<number> {
  const items: FindingAnswer[] = []
  const query = { known: options.known, on: options.on, from: 'register', rule: options.rule, entity: options.entity, size: String(pageSize) }
  for (let page = 1; ; page++) {
    const answer = await ask<FindingsAnswer>(connection, { method: 'GET', path: '/api/v1/findings', query: { ...query, page: String(page) } })
    items.push(...answer.items)
    if (items.length >= answer.total || answer.items.length === 0) break
  }
  const { print, printJson } = printer({ ...(json === undefined ? {} : { json }) })
  printJson({
    findings: items.map(({ rule, severity, subject, entity, matter, since, owner, cause, remedy, ratification }) => ({
      rule, severity, entity: entity?.id ?? null, subject: subject.id, subjectKind: subject.kind, matter: matter?.id ?? null, since,
      owner: owner?.id ?? null, remedy, cause, ratification,
    })),
  })
  const speaker = speakerOf(process.env)
  for (const { rule, subject, entity, since, owner } of items) {
    print(`${rule}  ${subject.kind}:${subject.id}  ${entity?.name ?? ''}${since === null ? '' : `  ${since.slice(0, 10)}`}${owner === null ? '' : `  → ${owner.name}`}`)
  }
  print(speaker.t('cli.findings', { count: items.length }))
  return items.length === 0 ? exit.done : exit.no
}

interface DriftAnswer {
  readonly items: readonly { readonly system: string; readonly person: Named; readonly role: string; readonly entity: { readonly id: string } | null; readonly action: string; readonly reason: string }[]
  readonly total: number
  readonly unmapped: readonly { readonly system: string; readonly role: string; readonly persons: number }[]
}

async function drift(connection: Connection, { json, ...options }: Asked & { readonly system?: string }): Promise<number> {
  const items: DriftAnswer['items'][number][] = []
  let unmapped: DriftAnswer['unmapped'] = []
  for (let page = 1; ; page++) {
    const answer = await ask<DriftAnswer>(connection, { method: 'GET', path: '/api/v1/drift', query: { ...options, size: String(pageSize), page: String(page) } })
    items.push(...answer.items)
    unmapped = answer.unmapped
    if (items.length >= answer.total || answer.items.length === 0) break
  }
  const { print, printJson } = printer({ ...(json === undefined ? {} : { json }) })
  const rows = items.map(({ system, person, role, entity, action, reason }) => ({ system, person: person.id, role, entity: entity?.id ?? null, action, reason }))
  printJson({ drift: rows, unmapped })
  for (const { system, person, role, entity, action, reason } of rows) print(`${system}  ${action}  ${role}  ${person}  ${entity ?? ''}  ${reason}`)
  print(speakerOf(process.env).t('cli.drift', { count: rows.length }))
  return rows.length === 0 ? exit.done : exit.no
}

export function findingVerbs(program: Command, run: Run): void {
  program.command('findings').description('What the monitor finds on the register. Exit 1 when there is something.')
    .option('--rule <code>').option('--entity <id>', 'in this entity or anything below it')
    .option('--on <date>', 'as it stood on this day (default: now)').option('--known <date>', 'as the register knew it on this day or at this ledger number')
    .option('--json', 'print JSON for programs').action(run(findings))
  program.command('drift').description('Roles imported from other systems against the register: what to add and to take away. Exit 1 when there is something.')
    .option('--system <id>').option('--entity <id>', 'in this entity or anything below it')
    .option('--on <date>').option('--known <date>').option('--json', 'print JSON for programs').action(run(drift))
}
