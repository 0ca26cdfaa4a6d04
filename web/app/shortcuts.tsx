import { Dialog } from '../design/dialog/dialog.tsx'
import { useLanguage } from '../design/language/language.tsx'
import { goKeys } from './keys.ts'

/** The list under "?". */
export function Shortcuts({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const keys: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
    { keys: ['Ctrl', 'K'], words: t('keys.search') },
    { keys: ['?'], words: t('keys.help') },
    ...goKeys.map(({ key, room }) => ({ keys: ['g', key], words: t('keys.go', { room: t(room) }) })),
    { keys: ['Esc'], words: t('keys.close') },
  ]
  return (
    <Dialog open={open} title={t('keys.title')} onClose={onClose}>
      <dl className="keys">
        {keys.map(({ keys: pressed, words }) => (
          <div key={pressed.join(' ')}><dt>{pressed.map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{words}</dd></div>
        ))}
      </dl>
    </Dialog>
  )
}
