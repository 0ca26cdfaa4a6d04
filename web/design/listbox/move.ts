/** Where the arrow keys lead in a list of `count`; null for a key that leads nowhere. −1 stands before the first. */
export function moveBy(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown': return (at + 1) % count
    case 'ArrowUp': return at <= 0 ? count - 1 : at - 1
    case 'Home': return 0
    case 'End': return count - 1
    default: return null
  }
}

/** The next entry after `at` whose words begin with what was typed, going round. */
export function findByLetters(letters: string, at: number, words: readonly string[]): number | null {
  const wanted = letters.toLocaleLowerCase()
  for (let step = letters.length > 1 ? 0 : 1; step <= words.length; step++) {
    const index = (at + step + words.length) % words.length
    if (words[index]?.toLocaleLowerCase().startsWith(wanted)) return index
  }
  return null
}
