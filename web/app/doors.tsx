import { useLanguage } from '../design/language/language.tsx'
import { useAddress } from './address.ts'
import { doors, roomOf } from './rooms.ts'
import type { Page } from './page.ts'

/** The five doors and administration; the rooms of the door one has opened stand under it. */
export function Doors({ page }: { readonly page: Page | undefined }) {
  const { t } = useLanguage()
  const { path } = useAddress()
  const room = page?.room ?? roomOf(path)
  const current = page?.door ?? doors.find(({ href, rooms }) => href === room || rooms.some((each) => each.href === room))?.door
  const mark = (href: string) => (href === path ? 'page' : href === room ? 'true' : undefined)
  return (
    <nav className="doors" aria-label={t('frame.doors')}>
      <ul>
        {doors.map(({ door, href, rooms }) => (
          <li key={door} className={door === 'administration' ? 'apart' : undefined}>
            <a href={href} className={door === current ? 'entered' : undefined} aria-current={rooms.length === 0 ? mark(href) : undefined}>
              {t(`door.${door}`)}
            </a>
            {rooms.length > 0 ? (
              <ul>
                {rooms.map(({ name, href: to }) => (
                  <li key={name}>
                    <a href={to} aria-current={mark(to)}>
                      {t(`room.${name}`)}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  )
}
