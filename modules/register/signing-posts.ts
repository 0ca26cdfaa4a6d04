/** Who signs for the organisation as a whole: what the framework leaves undelegated is theirs. */
import type { Register } from '../../kernel/authority/register.ts'

/** Posts to which matters of the framework are reserved (ST/SGB/2019/2 §1.3); where none is a post, the heads of the organisation. */
export function signingPosts(register: Register, framework: string): ReadonlySet<string> {
  const reserved = new Set([...register.facts('matter')].filter((matter) => matter.framework === framework).map(({ reservedTo }) => reservedTo))
  const posts = [...reserved].filter((id) => register.fact('post', id) !== null)
  if (posts.length > 0) return new Set(posts)
  const tops = new Set([...register.facts('entity')].filter(({ parent }) => parent === null).map(({ id }) => id))
  return new Set([...register.facts('post')].filter(({ heads, entity }) => heads && tops.has(entity)).map(({ id }) => id))
}
