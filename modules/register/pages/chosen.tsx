/** A chooser that shows what its address names. */
import { useFinder } from '../../../web/app/finder.ts'
import { Combobox } from '../../../web/design/index.ts'
import { useNamed, type NamedKind } from './use-named.ts'

interface ChosenProps {
  readonly kind: NamedKind
  readonly label: string
  readonly id: string | undefined
  /** Undefined: nothing is chosen any more. */
  readonly onChoose: (id: string | undefined) => void
}

export function Chosen({ kind, label, id, onChoose }: ChosenProps) {
  const find = useFinder(kind)
  return <Combobox label={label} value={useNamed(kind, id)} find={find} onChoose={(chosen) => onChoose(chosen?.id)} />
}
