/** The rooms behind each door, as the frame shows them. A room whose page is not yet there says what will be in it. */
import type { Door } from './page.ts'

export interface Room {
  /** The message key is `room.<name>`. */
  readonly name: string
  readonly href: string
}

export interface DoorRooms {
  readonly door: Door
  readonly href: string
  readonly rooms: readonly Room[]
}

export const doors: readonly DoorRooms[] = [
  { door: 'mandate', href: '/', rooms: [] },
  {
    door: 'authority',
    href: '/register',
    rooms: [
      { name: 'register', href: '/register' },
      { name: 'ask', href: '/ask' },
      { name: 'drafts', href: '/pass-on' },
      { name: 'organisation', href: '/organisation' },
      { name: 'catalogue', href: '/catalogue' },
      { name: 'findings', href: '/findings' },
      { name: 'frameworks', href: '/frameworks' },
      { name: 'log', href: '/log' },
    ],
  },
  { door: 'accountability', href: '/accountability', rooms: [{ name: 'audit', href: '/audit' }] },
  { door: 'policy', href: '/policy', rooms: [] },
  { door: 'support', href: '/support', rooms: [] },
  { door: 'administration', href: '/administration', rooms: [] },
]

const within = (path: string, href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`))

/** The address of the room that holds a path: the longest that begins it. */
export const roomOf = (path: string): string | undefined =>
  doors.flatMap(({ href, rooms }) => [href, ...rooms.map((room) => room.href)])
    .filter((href) => within(path, href))
    .sort((a, b) => b.length - a.length)[0]
