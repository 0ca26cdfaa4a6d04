/** Holds the house to ARCHITECTURE.md: finds what is on disk, and says what stands where it must not. */
import { judgeImport } from './arrows.ts'
import { findCycles } from './cycles.ts'
import { judgeName, judgeSource } from './house-rules.ts'
import { importsOf } from './imports.ts'
import { readSources, type Violation } from './sources.ts'

/** Everything wrong in the house at `root`, in order of file and line. */
export function checkHouse(root: string): Violation[] {
  const { paths, sources } = readSources(root)
  const imports = sources.flatMap((source) => importsOf(source, paths))
  return [...paths.flatMap(judgeName), ...sources.flatMap(judgeSource), ...imports.flatMap(judgeImport), ...findCycles(imports)]
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

/** One line a violation, as compilers write them. */
export const told = ({ rule, file, line, what }: Violation): string => `${file}:${line} ${rule}: ${what}`
