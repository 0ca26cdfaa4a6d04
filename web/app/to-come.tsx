import { Empty } from '../design/empty/empty.tsx'
import { useLanguage } from '../design/language/language.tsx'
import { PageHead } from '../design/page-head/page-head.tsx'
import { doors } from './rooms.ts'

/** A room nobody has built yet says what will be in it. */
export function ToCome({ room }: { readonly room: string }) {
  const { t } = useLanguage()
  const title = t(doors.some(({ door }) => door === room) ? `door.${room}` : `room.${room}`)
  return (
    <>
      <PageHead title={title} />
      <Empty title={t('to-come.title')} step={<a href="/">{t('to-come.step')}</a>}>{t(`to-come.${room}`)}</Empty>
    </>
  )
}
