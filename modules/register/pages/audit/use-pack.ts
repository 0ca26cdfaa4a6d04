/** The evidence pack as it comes: how many documents are here, and a way to stop, which also stops the making. */
import { useEffect, useRef, useState } from 'react'

import { addressOf, NoAnswerError, problemOf, ProblemError } from '../../../../web/app/request.ts'
import { saveFile } from '../../../../web/app/save-file.ts'

export type Packing =
  | { readonly at: 'rest' | 'stopped' | 'done' }
  | { readonly at: 'work'; readonly done: number }
  | { readonly at: 'wrong'; readonly error: Error }

const lineFeed = 10

/** The pack has one document a line, between a first line and a last (docs/evidence.md). */
const linesBeside = 2

async function fetchPack(address: string, documents: number, signal: AbortSignal, onDocument: (done: number) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const response = await fetch(address, { credentials: 'same-origin', redirect: 'error', signal })
  if (!response.ok || !response.body) throw await problemOf(response)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let feeds = 0
  const reader = response.body.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value)
    for (const byte of step.value) if (byte === lineFeed) feeds++
    onDocument(Math.min(documents, Math.max(0, feeds - 1)))
  }
  // A pack that broke off is no pack.
  if (feeds !== documents + linesBeside) throw new NoAnswerError(address)
  return parts
}

/** `documents`: how many the pack will hold. */
export function usePack(query: Readonly<Record<string, unknown>>, documents: number, name: string) {
  const [packing, setPacking] = useState<Packing>({ at: 'rest' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = async (): Promise<void> => {
    const stopping = new AbortController()
    running.current = stopping
    setPacking({ at: 'work', done: 0 })
    try {
      const parts = await fetchPack(addressOf('/api/v1/audit/evidence', {}, query), documents, stopping.signal, (done) => setPacking({ at: 'work', done }))
      saveFile(name, parts, 'application/json')
      setPacking({ at: 'done' })
    } catch (error) {
      if (stopping.signal.aborted) setPacking({ at: 'stopped' })
      else setPacking({ at: 'wrong', error: error instanceof ProblemError ? error : new NoAnswerError(name, { cause: error }) })
    } finally {
      running.current = null
    }
  }
  return { packing, start: () => void start(), stop: () => running.current?.abort() }
}
