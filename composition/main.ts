/** The server: listens, opens the database, loads the demonstration if asked and empty, says where it is. */
import { dirname, join } from 'node:path'

import { publishOwner } from '../platform/database/owner.ts'
import { DatabaseRefusal } from '../platform/database/refusal.ts'
import { openWaitingRoom, type WaitingRoom } from '../platform/http/waiting-room.ts'
import { personas } from '../demo/personas.ts'
import { openApplication, type Application } from './application.ts'
import { DemonstrationClock, loadDemonstration } from './demonstration.ts'
import { readSettings, WrongSetting, type Settings } from './settings.ts'
import { findUp, productVersion } from './version.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** One line that moves on a terminal; a line a tenth of the way elsewhere. */
function progressLine(): (title: string, share: number) => void {
  let tenth = -1
  return (title, share) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  ${String(Math.floor(share * 100)).padStart(3)} %  ${title}${share >= 1 ? '\n' : ''}`)
    else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10)
      say(`  ${tenth * 10} %  ${title}`)
    }
  }
}

async function open(settings: Settings, clock: DemonstrationClock, room: WaitingRoom): Promise<Application> {
  const web = findUp(join('dist', 'web', 'index.html'))
  return openApplication({
    databaseUrl: settings.databaseUrl, dataFolder: settings.dataFolder, demonstration: settings.demonstration,
    signingKey: settings.signingKey,
    ...(settings.demonstration ? { personas, clock } : {}), version: productVersion(), webFolder: web && dirname(web),
    publicUrl: settings.publicUrl, typeNames: settings.typeNames,
    onProgress: (step) => say(`  Schema: ${step}`),
    onShare: (share) => room.tell({ step: 'register', share }),
  })
}

async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const clock = new DemonstrationClock()
  const room = await openWaitingRoom({ port: settings.port, host: settings.host, version: productVersion() })
  say(settings.databaseUrl === null ? `Opening the embedded database in ${settings.dataFolder} …` : 'Opening the database at DATABASE_URL …')
  const application = await open(settings, clock, room)
  if (settings.demonstration && application.services.register.head === 0) {
    say('Loading the demonstration organisation (invented records) …')
    const show = progressLine()
    await loadDemonstration(application.services, clock, (title, share) => {
      room.tell({ step: 'demonstration', share })
      show(title, share)
    })
  }
  await room.open(application.server)
  const { address } = room
  if (settings.databaseUrl === null) await publishOwner(settings.dataFolder, { address, token: application.operatorToken })
  say(`Mandate is at ${address}`)
  say(settings.demonstration
    ? 'Demonstration: every record is invented. Open the address and choose a person to sign in as; no password is asked.'
    : 'No sign-in method is configured in this version outside demonstration mode (MANDATE_DEMO=1); programs use tokens made by "npx mandate token create".')
  stopOnSignals(application, room)
  await application.work()
}

function stopOnSignals(application: Application, room: WaitingRoom): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    say('Stopping …')
    room.close().then(() => application.close()).then(() => process.exit(0), (error: unknown) => fail(error))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function fail(error: unknown): never {
  if (error instanceof DatabaseRefusal) process.stderr.write(`${error.title}. ${error.detail}\n${error.remedy}\n`)
  else if (error instanceof WrongSetting) process.stderr.write(`${error.message}\n`)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') process.stderr.write('The port is taken by another program. Give another in PORT (0 takes any free one).\n')
  else process.stderr.write(`Mandate could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}

run().catch(fail)
