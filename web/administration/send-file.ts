/** Sends a file to the importer, telling how far it is; the browser's fetch cannot tell that of what it sends. */
import type { AnswerOf } from '../../platform/http/contract.ts'
import type { importContract } from '../../platform/imports/import-routes.ts'
import { addressOf, NoAnswerError, problemOf } from '../app/request.ts'

export type ImportReport = AnswerOf<typeof importContract>
export type Format = 'csv' | 'xlsx' | 'json'
export type Mode = 'whole' | 'rows'

export interface FileToSend {
  readonly kind: string
  readonly file: File
  readonly mode: Mode
  readonly dryRun: boolean
  /** Text of a mapping, for JSON with fields of its own. */
  readonly mapping: string | null
}

/** What the name says; anything else is read as CSV and refused by the importer if it is not. */
export function formatOf(fileName: string): Format {
  const ending = fileName.toLowerCase().split('.').at(-1)
  return ending === 'xlsx' || ending === 'json' ? ending : 'csv'
}

const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/** `onSent` is told the share of the file that has left, 0 to 1. An abort rejects with the signal's reason. */
export function sendFile(asked: FileToSend, signal: AbortSignal, onSent: (share: number) => void): Promise<ImportReport> {
  const format = formatOf(asked.file.name)
  const query = { format, mode: asked.mode, dryRun: String(asked.dryRun), ...(asked.mapping === null ? {} : { mapping: asked.mapping }) }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('/api/v1/imports/{kind}', { kind: asked.kind }, query))
    request.setRequestHeader('content-type', contentTypes[format])
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total)
    request.upload.onload = () => onSent(1)
    request.onerror = () => reject(new NoAnswerError('POST /api/v1/imports'))
    request.onabort = () => reject(signal.reason as Error)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as ImportReport)
      problemOf(new Response(request.responseText, { status: request.status, statusText: request.statusText })).then(reject, reject)
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(asked.file)
  })
}
