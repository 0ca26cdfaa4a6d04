/** Keys that work on every page, outside fields where one types. */
import { useEffect } from 'react'

import { useAddress } from './address.ts'

/** Pressed one after the other: "g r" goes to the register. */
export const goKeys: readonly { readonly key: string; readonly href: string; readonly room: string }[] = [
  { key: 'm', href: '/', room: 'door.mandate' },
  { key: 'r', href: '/register', room: 'room.register' },
  { key: 'a', href: '/ask', room: 'room.ask' },
  { key: 'd', href: '/pass-on', room: 'room.drafts' },
  { key: 'o', href: '/organisation', room: 'room.organisation' },
  { key: 'c', href: '/catalogue', room: 'room.catalogue' },
  { key: 'l', href: '/log', room: 'room.log' },
]

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=listbox], [role=tree], dialog') !== null)

const second = 1500

export function usePageKeys({ onSearch, onHelp }: { readonly onSearch: () => void; readonly onHelp: () => void }): void {
  const { go } = useAddress()
  useEffect(() => {
    let goPressed = 0
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        onSearch()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (event.key === '?') onHelp()
      else if (event.key === '/') onSearch()
      else if (event.key === 'g') {
        goPressed = event.timeStamp
        return
      } else {
        const room = event.timeStamp - goPressed < second ? goKeys.find(({ key }) => key === event.key) : undefined
        goPressed = 0
        if (!room) return
        go(room.href)
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [go, onSearch, onHelp])
}
