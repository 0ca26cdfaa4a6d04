/** Settings come from the environment; the README's table lists them. */
import type { KeyObject } from 'node:crypto'

import { readSigningKey } from '../platform/evidence/signing-keys.ts'

export interface Settings {
  readonly port: number
  readonly host: string
  /** Folder of the embedded database. */
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly demonstration: boolean
  /** Where the world reaches this server; null = wherever a request says it came. */
  readonly publicUrl: string | null
  /** What AuthZEN clients call our kinds. */
  readonly typeNames: Readonly<Record<string, string>>
  /** Signs evidence; null = one kept in the data folder. */
  readonly signingKey: KeyObject | null
}

export class WrongSetting extends Error {}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 8080
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new WrongSetting(`PORT is "${text}". Give a port number from 0 to 65535; 0 takes any free one.`)
  return port
}

function flagOf(name: string, text: string | undefined): boolean {
  if (text === undefined || /^(|0|no|off|false)$/i.test(text)) return false
  if (/^(1|yes|on|true)$/i.test(text)) return true
  throw new WrongSetting(`${name} is "${text}". Give 1 for on or 0 for off.`)
}

function urlOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  if (!/^postgres(ql)?:\/\//.test(text)) throw new WrongSetting('DATABASE_URL is not a PostgreSQL address. Give postgres://user@host:5432/database, or leave it out for the embedded database.')
  return text
}

function addressOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new WrongSetting(`MANDATE_URL is "${text}". Give the address people and programs use, for example https://mandate.example.org.`)
  }
  return text.replace(/\/+$/, '')
}

const kinds = ['person', 'post', 'body', 'entity']

function typeNamesOf(text: string | undefined): Record<string, string> {
  const names: Record<string, string> = {}
  for (const pair of (text ?? 'user=person').split(',').map((each) => each.trim()).filter((each) => each !== '')) {
    const [name = '', kind = ''] = pair.split('=').map((each) => each.trim())
    if (name === '' || kinds.includes(name) || !kinds.includes(kind)) {
      throw new WrongSetting(`MANDATE_AUTHZEN_TYPES holds "${pair}". Write name=kind, by commas, for example user=person,record=entity; kinds are ${kinds.join(', ')}.`)
    }
    names[name] = kind
  }
  return names
}

function signingKeyOf(text: string | undefined): KeyObject | null {
  if (text === undefined || text === '') return null
  const key = readSigningKey(text)
  if (key !== null) return key
  throw new WrongSetting('MANDATE_SIGNING_KEY is not an Ed25519 private key. Give one as JWK or PEM; docs/evidence.md says how to make it.')
}

/** Throws WrongSetting, naming the setting and the remedy; never prints a secret. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const demonstration = flagOf('MANDATE_DEMO', environment.MANDATE_DEMO)
  if (demonstration && environment.NODE_ENV === 'production') {
    throw new WrongSetting('MANDATE_DEMO is on while NODE_ENV is production. Demonstration mode signs people in without a password: turn one of them off.')
  }
  return {
    port: portOf(environment.PORT), host: environment.HOST || '127.0.0.1',
    dataFolder: environment.MANDATE_DATA || '.mandate', databaseUrl: urlOf(environment.DATABASE_URL), demonstration,
    publicUrl: addressOf(environment.MANDATE_URL), typeNames: typeNamesOf(environment.MANDATE_AUTHZEN_TYPES),
    signingKey: signingKeyOf(environment.MANDATE_SIGNING_KEY),
  }
}
