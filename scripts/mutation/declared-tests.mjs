/** `describe` and `test` as the kernel's tests use them: nothing is run, each test is noted with the name it has in a report. */
import { format } from 'node:util'

const named = (name, row, index) => `${format(name.replaceAll(/\$[\w.]+/g, (path) => String(at(row, path.slice(1).split('.'))).slice(0, 60)), ...(name.includes('%') ? Array.isArray(row) ? row : [row] : []))} #${index}`
const at = (row, [first, ...rest]) => (first === undefined ? row : at(row?.[first], rest))
const given = (row) => (Array.isArray(row) ? row : [row])

/** The words a test file imports, and the tests they declared since the last `begin(file)`. */
export function declaring(expect) {
  let [tests, names, count] = [[], [], 0]
  const describe = (name, body) => {
    names.push(name)
    body()
    names.pop()
  }
  const test = (name, ...rest) => {
    const run = rest.find((each) => typeof each === 'function')
    const id = `${[...names, name].join(' > ')} @${++count}`
    tests.push({ id, run })
  }
  const each = (declare) => (rows) => (name, ...rest) => rows.forEach((row, index) => {
    const run = rest.find((one) => typeof one === 'function')
    declare(named(name, row, index), () => run(...given(row)))
  })
  const skipIf = (skipped) => (skipped ? () => {} : test)
  Object.assign(describe, { each: each(describe) })
  Object.assign(test, { each: each(test), skipIf })
  const begin = (file) => {
    [tests, names, count] = [[], [file], 0]
    return tests
  }
  return { begin, words: { describe, test, it: test, expect, afterAll: () => {} } }
}
