/**
 * Loads the demonstration organisation through the importer, batch after batch, with the clock set to when each batch was recorded: an
 * invented past, recorded when it happened. Only into an empty register, only in demonstration mode.
 */
import { generateDemonstration } from '../demo/generate.ts'
import { personas } from '../demo/personas.ts'
import { inventBulletin } from '../modules/frameworks/index.ts'
import { demonstrationTemplates } from '../demo/schemes/templates.ts'
import { json } from '../platform/database/values.ts'
import { readFile } from '../platform/imports/read-file.ts'
import { applyImport } from '../platform/imports/run-import.ts'
import { SeededClock } from '../platform/ledger/seeded-clock.ts'
import { SystemClock } from '../platform/ledger/system-clock.ts'
import type { Clock } from '../platform/ledger/ledger.ts'
import type { Services } from '../platform/services.ts'
import { writeTemplate } from '../modules/register/index.ts'
import { modules } from './modules.ts'

/** A clock that stands in the invented past while it is loaded, and is the machine's from then on. */
export class DemonstrationClock implements Clock {
  readonly #machine = new SystemClock()
  #past: SeededClock | null = null

  now(): number {
    return (this.#past ?? this.#machine).now()
  }

  standAt(instant: number): void {
    if (this.#past) this.#past.set(instant)
    else this.#past = new SeededClock(instant)
  }

  letRun(): void {
    this.#past = null
  }
}

/** `progress` is told how much of the whole is loaded, 0 to 1. */
export async function loadDemonstration(services: Services, clock: DemonstrationClock, progress: (title: string, share: number) => void): Promise<void> {
  const batches = generateDemonstration()
  const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))
  const files = batches.reduce((total, batch) => total + batch.files.length, 0)
  let done = 0
  try {
    for (const batch of batches) {
      clock.standAt(Date.parse(batch.recordedAt))
      for (const file of batch.files) {
        const kind = kinds.get(file.kind)
        if (!kind) throw new Error(`The demonstration has a file of the unknown kind ${file.kind}`)
        const rows = await readFile(kind, Buffer.from(file.csv), 'csv')
        const report = await applyImport(services, kind, rows, { mode: 'whole', actor: 'import:demonstration' })
        if (report.refused.length > 0) throw new Error(`The demonstration was refused: ${batch.title}, ${file.kind}: ${JSON.stringify(report.refused.slice(0, 5))}`)
        progress(batch.title, ++done / files)
      }
    }
  } finally {
    clock.letRun()
  }
  await grantRoles(services)
  await inventBulletin(services)
  await keepTemplates(services)
}

async function grantRoles({ db }: Services): Promise<void> {
  const roles = personas.flatMap(({ id, role }) => (role === null ? [] : [{ name: `role:${id}`, value: json([role]) }]))
  await db.transaction({ role: 'app', person: 'operator' }, (tx) => tx.insertInto('setting').values(roles).execute())
}

async function keepTemplates({ db, clock }: Services): Promise<void> {
  await db.transaction({ role: 'app', person: 'operator' }, async (tx) => {
    for (const { id, writtenBy, lines, ...template } of demonstrationTemplates) {
      await writeTemplate(tx, { ...template, lines: lines.map((line) => ({ ...line })) }, { id, by: writtenBy, at: clock.now(), from: null })
    }
  })
}
