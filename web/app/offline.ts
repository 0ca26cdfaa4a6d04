import { useSyncExternalStore } from 'react'

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** True while the browser knows of no network. */
export const useOffline = (): boolean => useSyncExternalStore(watch, () => !navigator.onLine, () => false)
