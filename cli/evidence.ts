/** `verify-evidence`: checks an evidence document from the file alone; reaches for no server and no database. */
import type { Command } from 'commander'

import { readKeySet, verifyEvidence, type Check, type KeyOfSet } from '../platform/evidence/verify-evidence.ts'
import { fileAt } from './files.ts'
import { Ended, exit } from './outcome.ts'
import { printer, runAlone } from './run.ts'

interface VerifyOptions {
  readonly keys?: string
  readonly json?: true
}

function jsonAt(path: string): unknown {
  try {
    return JSON.parse(fileAt(path).toString('utf8'))
  } catch (error) {
    if (error instanceof Ended) throw error
    throw new Ended(exit.wrongQuestion, `${path} holds no JSON. Give the file as it was downloaded.`)
  }
}

function keysAt(path: string | undefined): readonly KeyOfSet[] | null {
  if (path === undefined) return null
  const keys = readKeySet(jsonAt(path))
  if (keys === null) throw new Ended(exit.wrongQuestion, `${path} is no key set. Save /.well-known/mandate-keys.json of the organisation and give that file.`)
  return keys
}

/** An evidence pack holds several documents; a document stands alone. */
function documentsIn(file: unknown): readonly unknown[] {
  const pack = typeof file === 'object' && file !== null && 'evidence' in file ? file.evidence : null
  return Array.isArray(pack) ? pack : [file]
}

const lineOf = ({ check, of, holds, says }: Check): string => `${holds ? 'holds' : 'FAILS'}  ${check} ${of}: ${says}`

async function verify(path: string, options: VerifyOptions): Promise<number> {
  const { print, printJson } = printer(options)
  const keys = keysAt(options.keys)
  const documents = documentsIn(jsonAt(path))
  const checked: (readonly Check[])[] = []
  for (const [place, document] of documents.entries()) {
    const checks = await verifyEvidence(document, keys)
    if (documents.length > 1) print(`document ${place + 1} of ${documents.length}`)
    for (const check of checks) print(lineOf(check))
    checked.push(checks)
  }
  const all = checked.flat()
  const failed = all.filter(({ holds }) => !holds)
  if (keys === null) print('not checked: whose key it is. Fetch /.well-known/mandate-keys.json from the organisation and give it with --keys.')
  print(failed.length === 0 ? `All ${all.length} checks hold.` : `${failed.length} of ${all.length} checks fail.`)
  const verified = failed.length === 0 && all.length > 0
  printJson({ verified, signerChecked: keys !== null, documents: checked.map((checks) => ({ checks })) })
  return verified ? exit.done : exit.no
}

export function evidenceVerbs(program: Command): void {
  program.command('verify-evidence').argument('<file>', 'an evidence document or an evidence pack, as downloaded')
    .description('Check evidence by itself: signature, instruments, ledger leaves, and the verdict asked again. Needs no server and no database.')
    .option('--keys <file>', 'the organisation’s /.well-known/mandate-keys.json, saved: says whose key signed')
    .option('--json', 'print JSON for programs')
    .action(runAlone(verify))
}
