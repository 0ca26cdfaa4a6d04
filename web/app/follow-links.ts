/**
 * Links are plain links. Inside the product they are followed without loading the page anew, and their page is fetched when one points at
 * them.
 */
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** The address a link leads to inside the product, or null for one the browser should follow itself. */
export function insideAddress(
  link: Pick<HTMLAnchorElement, 'href' | 'target' | 'download'> & { hasAttribute(name: string): boolean },
  origin: string,
): string | null {
  if (link.target !== '' || link.hasAttribute('download')) return null
  const url = URL.parse(link.href)
  if (!url || url.origin !== origin || url.pathname.startsWith('/api/')) return null
  return `${url.pathname}${url.search}${url.hash}`
}

const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null

export function useFollowedLinks(): void {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = linkAt(event.target)
      const to = link && insideAddress(link, location.origin)
      if (!to || link.getAttribute('href')?.startsWith('#')) return
      event.preventDefault()
      router.history.push(to)
    }
    const fetchAhead = (event: Event): void => {
      const link = linkAt(event.target)
      const to = link && insideAddress(link, location.origin)
      if (to) void router.preloadRoute({ to: to.split(/[?#]/)[0] ?? to }).catch(() => undefined)
    }
    document.addEventListener('click', follow)
    document.addEventListener('pointerover', fetchAhead, { passive: true })
    document.addEventListener('focusin', fetchAhead)
    return () => {
      document.removeEventListener('click', follow)
      document.removeEventListener('pointerover', fetchAhead)
      document.removeEventListener('focusin', fetchAhead)
    }
  }, [router])
}
