/** On arrival at another page the focus goes to its heading, which is then read out. A page still loading is waited for. */
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

const patience = 10_000

function whenHeadingStands(place: Element, meet: (heading: HTMLElement) => void): () => void {
  const look = (): boolean => {
    const heading = place.querySelector<HTMLElement>('h1')
    if (heading) meet(heading)
    return heading !== null
  }
  if (look()) return () => undefined
  const watch = new MutationObserver(() => {
    if (look()) watch.disconnect()
  })
  watch.observe(place, { childList: true, subtree: true })
  const end = setTimeout(() => watch.disconnect(), patience)
  return () => {
    watch.disconnect()
    clearTimeout(end)
  }
}

export function useArrival(): void {
  const router = useRouter()
  useEffect(() => {
    let stop = (): void => undefined
    const leave = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      stop()
      const main = document.querySelector('main')
      // Not at the first page, where the focus is the reader's; not where only filters changed.
      if (!fromLocation || !pathChanged || !main) return
      stop = whenHeadingStands(main, (heading) => heading.focus({ preventScroll: true }))
    })
    return () => {
      stop()
      leave()
    }
  }, [router])
}
