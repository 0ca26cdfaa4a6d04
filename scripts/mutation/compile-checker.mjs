/**
 * Tells Stryker which changes do not compile. Hundreds are judged at once: a copy of the file for each change, all in one program. The
 * file itself is judged, not what imports it.
 */
import { dirname, join } from 'node:path'
import { CheckStatus } from '@stryker-mutator/api/check'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import ts from 'typescript'

const batch = 150

class CompileChecker {
  #options
  #host
  #program
  /** What is read instead of, or besides, what lies in the folder. */
  #texts = new Map()

  async init() {
    const config = ts.findConfigFile(process.cwd(), ts.sys.fileExists)
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, dirname(config), {
      noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true, noEmit: true, types: ['node'],
    })
    this.#options = options
    const parsed = new Map()
    const host = ts.createCompilerHost(options)
    this.#host = {
      ...host,
      fileExists: (name) => this.#texts.has(name) || host.fileExists(name),
      getSourceFile: (name, version) => {
        const text = this.#texts.get(name)
        if (text !== undefined) return ts.createSourceFile(name, text, version)
        if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, version))
        return parsed.get(name)
      },
    }
  }

  /** Changes of one file together. */
  async group(mutants) {
    const groups = new Map()
    for (const { id, fileName } of mutants) {
      const of = groups.get(fileName) ?? [[]]
      if (of.at(-1).length >= batch) of.push([])
      of.at(-1).push(id)
      groups.set(fileName, of)
    }
    return [...groups.values()].flat()
  }

  async check(mutants) {
    const { fileName } = mutants[0]
    const source = ts.createSourceFile(fileName, ts.sys.readFile(fileName), this.#options.target)
    const changed = ({ location, replacement }) => {
      const [start, end] = [location.start, location.end].map(({ line, column }) => source.getPositionOfLineAndCharacter(line, column))
      return `${source.text.slice(0, start)}${replacement}${source.text.slice(end)}`
    }
    const copies = new Map(mutants.map((mutant) => [join(dirname(fileName), `${mutant.id}.mutant.ts`), changed(mutant)]))
    const unchanged = join(dirname(fileName), 'unchanged.mutant.ts')
    this.#texts = new Map([...copies, [unchanged, source.text]])
    const program = this.#programOf([fileName, ...this.#texts.keys()])
    // A class with private parts is not interchangeable with its copy: such a file is changed in its own place.
    const errors = this.#errorsIn(program, unchanged).length === 0
      ? [...copies.keys()].map((copy) => this.#errorsIn(program, copy))
      : [...copies.values()].map((text) => this.#errorsInPlace(fileName, text))
    return Object.fromEntries(mutants.map(({ id }, index) => [id, errors[index].length === 0
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: ts.flattenDiagnosticMessageText(errors[index][0].messageText, '\n') }]))
  }

  #programOf(files) {
    this.#program = ts.createProgram(files, this.#options, this.#host, this.#program)
    return this.#program
  }

  #errorsIn(program, file) {
    const parsed = program.getSourceFile(file)
    const syntax = program.getSyntacticDiagnostics(parsed)
    return syntax.length > 0 ? syntax : program.getSemanticDiagnostics(parsed)
  }

  #errorsInPlace(file, text) {
    this.#texts = new Map([[file, text]])
    return this.#errorsIn(this.#programOf([file]), file)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'compile', CompileChecker)]
