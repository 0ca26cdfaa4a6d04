/** `may`, `who-may` and `holds`. */
import { Option, type Command } from 'commander'

import { limitSentence } from '../platform/messages/limit-words.ts'
import { answerSentence, reasonSentence, type MayAnswer } from '../modules/register/sentences.ts'
import type { Connection } from './connect.ts'
import { exit } from './outcome.ts'
import { ask, collect, printer, type Run } from './run.ts'
import { speakerOf } from './speaker.ts'

function describeDecision(command: Command): Command {
  return command
    .requiredOption('--matter <code>', 'code of the matter in the catalogue')
    .option('--amount <money>', 'with its currency, for example "USD 250000"')
    .option('--method <code>', 'way of procurement or of deciding')
    .option('--category <code>').option('--fund <code>')
    .option('--entity <id>', 'where it takes effect (default: the entity of the post acted in)')
    .option('--grade <grade>', 'of the person the decision is about')
    .option('--place <id>', 'where in the world it takes effect')
    .option('--contract <id>', 'contract it belongs to: earlier acts on it count with this one')
    .option('--requirement <id>', 'requirement it belongs to: earlier acts on it count with this one')
    .option('--case <id>', 'case it belongs to').option('--supplier <id>')
    .option('--term <months>', 'in whole months')
    .option('--beneficiary <person>')
    .option('--fact <key=value>', 'fact the catalogue asks for, repeatable', collect, [])
    .option('--on <date>', 'as it stood on this day (default: now)')
    .option('--known <date>', 'as the register knew it on this day or at this ledger number (default: now)')
    .option('--json', 'print JSON for programs')
}

interface Decision {
  readonly matter: string
  readonly fact: readonly string[]
  readonly json?: true
  readonly [option: string]: string | readonly string[] | true | undefined
}

const decisionQuery = ({ json: _json, ...options }: Decision): Record<string, string | readonly string[] | undefined> =>
  options as Record<string, string | readonly string[] | undefined>

async function may(connection: Connection, options: Decision): Promise<number> {
  const answer = await ask<MayAnswer>(connection, { method: 'GET', path: '/api/v1/may', query: decisionQuery(options) })
  const { print, printJson } = printer(options)
  printJson(answer)
  const speaker = speakerOf(process.env)
  print(answerSentence(answer, speaker))
  for (const reason of answer.reasons) print(`  · ${reasonSentence(reason, answer.names, speaker)}`)
  if (answer.chain.length > 0) print('')
  answer.chain.forEach((link, depth) => print(`${'  '.repeat(depth)}${link.id}  ${holderText(link.holder)}  ${limitSentence(link.limits, speaker)}${link.legalBasis === null ? '' : `  (${link.legalBasis})`}`))
  if (answer.standing !== 'now') return exit.notNow
  return answer.authorises ? exit.done : answer.answer === 'permitted' ? exit.notNow : exit.no
}

type Holder = MayAnswer['chain'][number]['holder']

const holderText = ({ person, post, body, persons }: Holder): string =>
  [person?.name ?? persons.map(({ name }) => name).join(', '), post?.name ?? body?.name].filter(Boolean).join(', ')

interface WhoAnswer {
  readonly people: readonly { readonly name: string; readonly person: string; readonly post: { readonly name: string } | null; readonly limit: MayAnswer['chain'][number]['limits']; readonly delegation: string }[]
  readonly posts: readonly { readonly post: string; readonly name: string; readonly vacant: boolean; readonly delegation: string }[]
  readonly bodies: readonly { readonly body: string; readonly name: string; readonly delegation: string }[]
  readonly times: { readonly standing: 'now' | 'history' | 'forecast' }
}

async function whoMay(connection: Connection, options: Decision): Promise<number> {
  const answer = await ask<WhoAnswer>(connection, { method: 'GET', path: '/api/v1/who-may', query: decisionQuery(options) })
  const { print, printJson } = printer(options)
  const speaker = speakerOf(process.env)
  printJson(answer)
  for (const each of answer.people) print(`${each.name} (${each.person})${each.post ? `, ${each.post.name}` : ''}: ${limitSentence(each.limit, speaker)}  [${each.delegation}]`)
  for (const post of answer.posts.filter(({ vacant }) => vacant)) print(`${post.name} (${post.post}): ${speaker.t('cli.vacant')}  [${post.delegation}]`)
  for (const body of answer.bodies) print(`${body.name} (${body.body})  [${body.delegation}]`)
  const none = answer.people.length === 0 && answer.bodies.length === 0
  if (none) print(speaker.t('cli.nobody'))
  return answer.times.standing === 'now' ? (none ? exit.no : exit.done) : exit.notNow
}

interface HoldsAnswer {
  readonly holds: readonly { readonly delegation: { readonly id: string; readonly matter: { readonly id: string; readonly name: string }; readonly limits: MayAnswer['chain'][number]['limits']; readonly state: string } }[]
  readonly times: { readonly standing: 'now' | 'history' | 'forecast' }
}

async function holds(connection: Connection, options: { readonly person: string; readonly on?: string; readonly known?: string; readonly json?: true }): Promise<number> {
  const { json: _json, ...query } = options
  const answer = await ask<HoldsAnswer>(connection, { method: 'GET', path: '/api/v1/holds', query })
  const { print, printJson } = printer(options)
  const speaker = speakerOf(process.env)
  printJson(answer)
  for (const { delegation } of answer.holds) {
    print(`${delegation.matter.name} (${delegation.matter.id}): ${limitSentence(delegation.limits, speaker)}  ${speaker.t(`state.${delegation.state}`)}  [${delegation.id}]`)
  }
  if (answer.holds.length === 0) print(speaker.t('cli.holds-nothing'))
  return answer.times.standing === 'now' ? (answer.holds.length === 0 ? exit.no : exit.done) : exit.notNow
}

export function questionVerbs(program: Command, run: Run): void {
  describeDecision(program.command('may').description('May this person (or body) take this decision? Exit 0 only for a permit now.')
    .addOption(new Option('--person <id>').conflicts('body')).option('--body <id>').option('--capacity <post>', 'post in which the person acts')
    .option('--cosigner <person>', 'who signs with the asker, repeatable', collect, []))
    .action(run(may))
  describeDecision(program.command('who-may').description('Who may take this decision?')).action(run(whoMay))
  program.command('holds').description('All that one person may decide.').requiredOption('--person <id>').option('--on <date>').option('--known <date>').option('--json', 'print JSON for programs')
    .action(run(holds))
}
