/** `token`: bearer tokens for programs. */
import type { Command } from 'commander'

import type { Connection } from './connect.ts'
import { exit } from './outcome.ts'
import { ask, printer, type Run } from './run.ts'

interface Token {
  readonly id: string
  readonly name: string
  readonly expiresAt: string | null
}

async function create(connection: Connection, options: { readonly name: string; readonly days: string; readonly json?: true }): Promise<number> {
  const token = await ask<Token & { readonly token: string }>(connection, { method: 'POST', path: '/api/v1/tokens', json: { name: options.name, days: Number(options.days) } })
  const { print, printJson } = printer(options)
  printJson(token)
  print(token.token)
  process.stderr.write(options.json ? '' : `Token ${token.id} for ${token.name}, until ${token.expiresAt}. It is not shown again.\n`)
  return exit.done
}

async function list(connection: Connection, options: { readonly json?: true }): Promise<number> {
  const tokens = await ask<{ readonly items: readonly (Token & { readonly revokedAt: string | null })[] }>(connection, { method: 'GET', path: '/api/v1/tokens' })
  const { print, printJson } = printer(options)
  printJson(tokens)
  for (const { id, name, expiresAt, revokedAt } of tokens.items) print(`${id}  ${name}  ${revokedAt === null ? `until ${expiresAt}` : `revoked ${revokedAt}`}`)
  return exit.done
}

async function revoke(connection: Connection, id: string): Promise<number> {
  await ask(connection, { method: 'DELETE', path: `/api/v1/tokens/${encodeURIComponent(id)}` })
  return exit.done
}

export function tokenVerbs(program: Command, run: Run): void {
  const token = program.command('token').description('Bearer tokens with which programs ask.')
  token.command('create').requiredOption('--name <name>', 'which program').option('--days <days>', 'how long it lasts', '365').option('--json').action(run(create))
  token.command('list').option('--json').action(run(list))
  token.command('revoke').argument('<id>').action(run(revoke))
}
