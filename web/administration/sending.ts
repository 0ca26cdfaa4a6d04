/** One file on its way into the register: sending, being read, then reported, refused or stopped. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { sendFile, type FileToSend, type ImportReport } from './send-file.ts'

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly asked: FileToSend; readonly share: number }
  /** All of it has left; the register reads it. */
  | { readonly state: 'reading'; readonly asked: FileToSend }
  | { readonly state: 'reported'; readonly asked: FileToSend; readonly report: ImportReport }
  | { readonly state: 'refused'; readonly error: Error }
  | { readonly state: 'stopped'; readonly while: 'sending' | 'trying' | 'taking' }

export interface Sender {
  readonly sending: Sending
  readonly start: (asked: FileToSend) => Promise<void>
  readonly stop: () => void
  readonly clear: () => void
}

export function useSending(): Sender {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)
  const client = useQueryClient()

  const start = async (asked: FileToSend): Promise<void> => {
    const stopping = new AbortController()
    running.current = stopping
    let arrived = false
    setSending({ state: 'sending', asked, share: 0 })
    try {
      const report = await sendFile(asked, stopping.signal, (share) => {
        arrived = share >= 1
        if (!stopping.signal.aborted) setSending(arrived ? { state: 'reading', asked } : { state: 'sending', asked, share })
      })
      setSending({ state: 'reported', asked, report })
      if (!asked.dryRun) await client.invalidateQueries()
    } catch (error) {
      if (stopping.signal.aborted) setSending({ state: 'stopped', while: !arrived ? 'sending' : asked.dryRun ? 'trying' : 'taking' })
      else setSending({ state: 'refused', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }

  return { sending, start, stop: () => running.current?.abort(), clear: () => setSending({ state: 'idle' }) }
}
