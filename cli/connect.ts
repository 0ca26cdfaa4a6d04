/**
 * How the command line reaches the product: through the running server when one owns the data folder, else by opening the database itself.
 * Either way it speaks the same HTTP contracts, as the operator.
 */
import { readOwner } from '../platform/database/owner.ts'
import { DatabaseRefusal } from '../platform/database/refusal.ts'
import { openApplication } from '../composition/application.ts'
import { readSettings, type Settings } from '../composition/settings.ts'
import { productVersion } from '../composition/version.ts'

export interface Called {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly json?: unknown
  readonly file?: { readonly bytes: Buffer; readonly contentType: string }
}

export interface Answered {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
}

export interface Connection {
  call(asked: Called): Promise<Answered>
  close(): Promise<void>
}

function target({ path, query = {} }: Called): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const each of [value ?? []].flat()) search.append(name, each as string)
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

const payload = ({ json, file }: Called): { body?: Buffer | string; type?: string } =>
  file ? { body: file.bytes, type: file.contentType } : json === undefined ? {} : { body: JSON.stringify(json), type: 'application/json' }

function throughServer(address: string, token: string): Connection {
  return {
    call: async (asked) => {
      const { body, type } = payload(asked)
      const answer = await fetch(new URL(target(asked), address), {
        method: asked.method, headers: { authorization: `Bearer ${token}`, ...(type ? { 'content-type': type } : {}) }, ...(body === undefined ? {} : { body: body as never }),
      })
      return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body: Buffer.from(await answer.arrayBuffer()) }
    },
    close: async () => {},
  }
}

async function byOpening(settings: Settings): Promise<Connection> {
  const application = await openApplication({
    databaseUrl: settings.databaseUrl, dataFolder: settings.dataFolder, demonstration: settings.demonstration, signingKey: settings.signingKey,
    version: productVersion(),
  })
  return {
    call: async (asked) => {
      const { body, type } = payload(asked)
      const answer = await application.server.inject({
        method: asked.method, url: target(asked), headers: { authorization: `Bearer ${application.operatorToken}`, ...(type ? { 'content-type': type } : {}) },
        ...(body === undefined ? {} : { payload: body }),
      })
      return { status: answer.statusCode, contentType: String(answer.headers['content-type'] ?? ''), body: answer.rawPayload }
    },
    close: () => application.close(),
  }
}

/** Throws DatabaseRefusal or WrongSetting with what to do. */
export async function connect(environment: NodeJS.ProcessEnv): Promise<Connection> {
  const settings = readSettings(environment)
  try {
    return await byOpening(settings)
  } catch (refusal) {
    if (!(refusal instanceof DatabaseRefusal) || refusal.code !== 'in-use') throw refusal
    const owner = refusal.owner ?? (await readOwner(settings.dataFolder))
    if (owner?.address && owner.token) return throughServer(owner.address, owner.token)
    throw refusal
  }
}
