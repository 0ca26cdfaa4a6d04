/** What became of every change of a file, kept file by file in `.cache/mutation/`, so that the whole folder is measured in parts. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const measuredFolder = 'kernel/authority'
const fates = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'RuntimeError']
const noticed = ['Killed', 'Timeout']
const unnoticed = ['Survived', 'NoCoverage']

/** The code below a folder, or the file itself: no tests, no tables of cases, nothing that only tests use. */
export function codeIn(root, path) {
  const below = statSync(join(root, path)).isDirectory()
    ? readdirSync(join(root, path), { recursive: true }).map((name) => join(path, name)) : [path]
  return below.filter((name) => /\.ts$/.test(name) && !/\.(test|cases)\.ts$/.test(name) && !name.startsWith(`${measuredFolder}/proof/`)).sort()
}

const sourceOf = (root, file) => readFileSync(join(root, file), 'utf8')
const markOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)
const placeOf = (root, file) => join(root, '.cache', 'mutation', `${file}.json`)

/** Null where nothing is kept of the file as it is today. */
export function keptOf(root, file) {
  const place = placeOf(root, file)
  if (!existsSync(place)) return null
  const kept = JSON.parse(readFileSync(place, 'utf8'))
  return kept.source === markOf(sourceOf(root, file)) ? kept : null
}

/** What the files are as a run begins: one that is changed meanwhile was not measured as it is. */
export const marksOf = (root, files) => new Map(files.map((file) => [file, markOf(sourceOf(root, file))]))

const keyOf = ({ location: { start, end }, replacement }) => [start.line, start.column, end.line, end.column, replacement].join(' ')

/** Takes over what a run of Stryker reported; with `onto`, changes not run this time stay as they were, and what was noticed once stays noticed. */
export function keep(root, report, marks, onto) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const earlier = onto ? (keptOf(root, file)?.mutants ?? []) : []
    const now = mutants.map(({ location, replacement, mutatorName, status }) => ({ location, replacement, mutatorName, status }))
    const all = [...new Map([...earlier, ...now, ...earlier.filter(({ status }) => noticed.includes(status))].map((mutant) => [keyOf(mutant), mutant])).values()]
    const place = placeOf(root, file)
    mkdirSync(dirname(place), { recursive: true })
    const date = new Date().toISOString().slice(0, 10)
    writeFileSync(place, JSON.stringify({ file, source: marks.get(file), commit, date, mutants: all }, null, 1))
  }
}

export const survivorsOf = (kept) => kept.mutants.filter(({ status }) => unnoticed.includes(status))

/** As Stryker wants them: lines from 1, columns from 0. */
export const rangesOf = (kept) => survivorsOf(kept).map(({ location: { start, end } }) =>
  `${kept.file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`)

function counted(mutants) {
  const of = (wanted) => mutants.filter(({ status }) => wanted.includes(status)).length
  const [killed, survived, invalid] = [of(noticed), of(unnoticed), mutants.filter(({ status }) => !fates.slice(0, 4).includes(status)).length]
  return { killed, survived, invalid, share: killed + survived === 0 ? null : killed / (killed + survived) }
}

const percent = (share) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)

/** The table of docs/mutation.md, and the share of the whole. */
export function tableOf(root, files) {
  const rows = files.map((file) => ({ file, kept: keptOf(root, file) }))
  const row = (name, { killed, survived, invalid, share }) => `| ${name} | ${killed} | ${survived} | ${invalid} | ${percent(share)} |`
  const known = rows.filter(({ kept }) => kept !== null)
  const whole = counted(known.flatMap(({ kept }) => kept.mutants))
  const lines = [
    '| file | killed | survived | not compiling | share killed |',
    '|---|---|---|---|---|',
    ...known.filter(({ kept }) => kept.mutants.length > 0).map(({ file, kept }) => row(`\`${file.slice(measuredFolder.length + 1)}\``, counted(kept.mutants))),
    row(`**${known.length} files**`, whole),
  ]
  return { lines, share: whole.share, missing: rows.filter(({ kept }) => kept === null).map(({ file }) => file) }
}

/** Each survivor as one line: where, what it said, what it became. */
export function told(root, kept) {
  const lines = sourceOf(root, kept.file).split('\n')
  return survivorsOf(kept).map(({ location: { start, end }, replacement, status }) => {
    const cut = lines.slice(start.line - 1, end.line)
    const was = start.line === end.line ? cut[0].slice(start.column - 1, end.column - 1) : `${cut[0].slice(start.column - 1)} …`
    const one = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 90)
    return `${kept.file}:${start.line}:${start.column} ${one(was)} → ${one(replacement)}${status === 'NoCoverage' ? ' (reached by no test)' : ''}`
  })
}
