/**
 * A test runner for Stryker that stays in one process: the tests are bundled once and evaluated afresh for every mutant, so that nothing an
 * earlier mutant left in memory can kill or spare the next one. What Vitest needs seconds for, it does in a tenth of a second.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { expect } from 'vitest'

import { declaring } from './declared-tests.mjs'
import { bundleTests, evaluator } from './test-chunks.mjs'

/** Always the same examples: a mutant that survives, survives again. */
fc.configureGlobal({ seed: 1, endOnFailure: true })

/** How long a change is tried, in milliseconds of this process; absent: until every test has run. What takes longer to notice counts as unnoticed. */
const patience = Number(process.env.MANDATE_MUTATION_PATIENCE ?? Infinity)
const spentSince = (begun) => {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** What the dry run learnt, for the processes that come after it in the same sandbox. */
const keptFile = () => join(process.cwd(), '.mutation-tests.json')

const fileOf = (id) => id.slice(0, id.indexOf(' > '))

class AuthorityTestRunner {
  #space = (globalThis.__stryker__ ??= {})
  #declaring = declaring(expect)
  /** How many changes fell to each file of tests. */
  #kills = new Map()
  #kept
  #fresh

  capabilities() {
    return { reloadEnvironment: true }
  }

  async #load() {
    this.#kept ??= existsSync(keptFile()) ? JSON.parse(readFileSync(keptFile(), 'utf8')) : { ...(await bundleTests(process.cwd())), times: {} }
    this.#fresh ??= await evaluator(this.#kept, { vitest: this.#declaring.words })
  }

  /** The tests a file declares; a file that cannot be evaluated is a test that fails. */
  #declared(evaluate, file) {
    const tests = this.#declaring.begin(file)
    try {
      evaluate(this.#kept.entries[file])
      return tests
    } catch (cause) {
      return [{ id: null, run: () => { throw cause } }]
    }
  }

  async #run({ id, run }) {
    const begun = performance.now()
    try {
      await run()
      return { id, name: id, status: TestStatus.Success, timeSpentMs: performance.now() - begun }
    } catch (cause) {
      return { id, name: id, status: TestStatus.Failed, timeSpentMs: performance.now() - begun, failureMessage: String(cause?.message ?? cause) }
    }
  }

  async dryRun() {
    await this.#load()
    Object.assign(this.#space, { activeMutant: undefined, currentTestId: undefined, hitCount: undefined, hitLimit: undefined })
    const [tests, evaluate] = [[], this.#fresh()]
    for (const file of Object.keys(this.#kept.entries)) {
      for (const test of this.#declared(evaluate, file)) {
        if (test.id === null) return { status: DryRunStatus.Error, errorMessage: `${file} cannot be evaluated` }
        this.#space.currentTestId = test.id
        const result = await this.#run(test)
        this.#space.currentTestId = undefined
        this.#kept.times[test.id] = result.timeSpentMs
        tests.push({ ...result, fileName: join(process.cwd(), file) })
      }
    }
    writeFileSync(keptFile(), JSON.stringify(this.#kept))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#space.mutantCoverage }
  }

  /** File by file, first those quick for how many changes they have brought down: most fall to a table of cases, and nothing else is evaluated for them. */
  async mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation }) {
    await this.#load()
    const { times } = this.#kept
    const wanted = new Set(testFilter ?? Object.keys(times))
    const cost = new Map()
    for (const id of wanted) cost.set(fileOf(id), (cost.get(fileOf(id)) ?? 0) + times[id])
    for (const [file, time] of cost) cost.set(file, time / (1 + (this.#kills.get(file) ?? 0)))
    const during = { static: activeMutant.id, runtime: undefined }[mutantActivation]
    const [results, evaluate, begun] = [[], this.#fresh(), process.cpuUsage()]
    Object.assign(this.#space, { currentTestId: undefined, hitCount: 0, hitLimit })
    for (const [file] of [...cost].sort(([, one], [, other]) => one - other)) {
      this.#space.activeMutant = during
      const tests = this.#declared(evaluate, file).filter(({ id }) => id === null || wanted.has(id))
      this.#space.activeMutant = activeMutant.id
      if (spentSince(begun) > patience) break
      for (const test of tests.sort((one, other) => (times[one.id] ?? 0) - (times[other.id] ?? 0))) {
        const result = await this.#run(test)
        results.push({ ...result, id: test.id ?? [...wanted].find((id) => fileOf(id) === file) })
        if (result.status !== TestStatus.Failed) continue
        this.#kills.set(file, (this.#kills.get(file) ?? 0) + 1)
        return this.#told(results, hitLimit)
      }
    }
    return this.#told(results, hitLimit)
  }

  #told(tests, hitLimit) {
    this.#space.activeMutant = undefined
    return toMutantRunResult(determineHitLimitReached(this.#space.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests })
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'authority', AuthorityTestRunner)]
