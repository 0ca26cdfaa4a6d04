import { useLanguage } from '../design/language/language.tsx'
import { useChooseCapacity, useSession, useSignOut, type Capacity } from './session.ts'

/** Who I am, and the one capacity in which I act now. */
export function Who() {
  const { t, name } = useLanguage()
  const { person, capacities, capacity } = useSession()
  const choose = useChooseCapacity()
  const signOut = useSignOut()
  if (!person) return null
  const words = (each: Capacity): string =>
    t(`who.capacity-${each.assignment}`, { post: name(each.title, each.titles), entity: name(each.entityName, each.entityNames) })
  const current = capacities.find(({ post }) => post === capacity)
  return (
    <div className="who">
      <p>
        <a href={`/people/${encodeURIComponent(person.id)}`}>
          <bdi>{person.name}</bdi>
        </a>{' '}
        <button type="button" className="link" onClick={() => signOut.mutate({})}>
          {t('who.sign-out')}
        </button>
      </p>
      {capacities.length < 2 ? (
        <p>{current ? words(current) : t('who.personally')}</p>
      ) : (
        <select
          aria-label={t('who.acting-as')}
          value={capacity ?? ''}
          disabled={choose.isPending}
          onChange={(event) => choose.mutate({ body: { capacity: event.target.value === '' ? null : event.target.value } })}
        >
          {capacities.map((each) => (
            <option key={each.post} value={each.post}>
              {words(each)}
            </option>
          ))}
          <option value="">{t('who.personally')}</option>
        </select>
      )}
    </div>
  )
}
