/** A draft while it is edited: what is typed is kept here and in the browser at once, and saved to the server soon after. */
import { useEffect, useRef, useState } from 'react'

import { ProblemError, send } from '../../../web/app/request.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { draftContract } from '../acts/keep-draft.ts'
import type { DraftBody } from '../shapes.ts'

export type Draft = AnswerOf<typeof draftContract>
/** `overtaken`: another window saved it meanwhile, so somebody has to choose. */
export type Saving = 'saved' | 'saving' | 'waiting' | 'failed' | 'overtaken'

const soon = 700
const again = 5000
const path = '/api/v1/drafts/{id}'
const keptAs = (id: string): string => `mandate.draft.${id}`

function keep(id: string, body: DraftBody | null): void {
  try {
    if (body) localStorage.setItem(keptAs(id), JSON.stringify(body))
    else localStorage.removeItem(keptAs(id))
  } catch {
    // A browser that keeps nothing loses only what no connection could save.
  }
}

/** What an earlier visit typed and could not save. */
function keptBody(id: string): DraftBody | null {
  try {
    return JSON.parse(localStorage.getItem(keptAs(id)) ?? 'null') as DraftBody | null
  } catch {
    return null
  }
}

export interface EditedDraft {
  readonly body: DraftBody
  readonly change: (body: DraftBody) => void
  readonly saving: Saving
  readonly error: Error | null
  /** Saves what is not yet saved; the version that is then the server's. Rejects when it could not be saved. */
  readonly settle: () => Promise<number>
  /** Laying out gives the draft a further version. */
  readonly sawVersion: (version: number) => void
  readonly keepMine: () => Promise<void>
  readonly takeTheirs: () => Promise<void>
}

export function useDraft(draft: Draft): EditedDraft {
  const [body, setBody] = useState<DraftBody>(() => ({ ...draft.body, ...keptBody(draft.id) }))
  const [saving, setSaving] = useState<Saving>(() => (keptBody(draft.id) ? 'waiting' : 'saved'))
  const [error, setError] = useState<Error | null>(null)
  const version = useRef(draft.version)
  const latest = useRef(body)
  const running = useRef<Promise<void>>(Promise.resolve())
  const failed = useRef<Error | null>(null)
  const unsaved = useRef(saving !== 'saved')

  const stands = (saved: Draft, sent: DraftBody): void => {
    version.current = saved.version
    setError(null)
    if (latest.current !== sent) return
    unsaved.current = false
    keep(draft.id, null)
    setSaving('saved')
  }
  const save = (): Promise<void> => {
    running.current = running.current.then(async () => {
      const sent = latest.current
      failed.current = null
      setSaving('saving')
      try {
        stands(await send<Draft>('PUT', path, { params: { id: draft.id }, body: { ...sent, version: version.current } }), sent)
      } catch (failure) {
        failed.current = failure as Error
        setError(failed.current)
        setSaving(failure instanceof ProblemError && failure.status === 409 ? 'overtaken' : 'failed')
      }
    })
    return running.current
  }
  const theirs = (): Promise<Draft> => send<Draft>('GET', path, { params: { id: draft.id } })

  useEffect(() => {
    if (saving !== 'waiting' && saving !== 'failed') return
    const timer = setTimeout(() => void save(), saving === 'failed' ? again : soon)
    return () => clearTimeout(timer)
  }, [body, saving])

  return {
    body,
    saving,
    error,
    change: (next) => {
      latest.current = next
      unsaved.current = true
      keep(draft.id, next)
      setBody(next)
      setSaving((before) => (before === 'overtaken' ? before : 'waiting'))
    },
    settle: async () => {
      await running.current
      if (unsaved.current) await save()
      if (failed.current) throw failed.current
      return version.current
    },
    sawVersion: (seen) => {
      version.current = seen
    },
    keepMine: async () => {
      version.current = (await theirs()).version
      await save()
    },
    takeTheirs: async () => {
      const saved = await theirs()
      latest.current = saved.body
      setBody(saved.body)
      stands(saved, saved.body)
    },
  }
}
