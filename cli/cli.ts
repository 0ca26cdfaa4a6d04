/** The `mandate` command. Exit codes: 0 done or permitted, 1 refused or found something, 2 wrong question, 3 something broke, 4 history or forecast. */
import { Command, CommanderError } from 'commander'

import { productVersion } from '../composition/version.ts'
import { evidenceVerbs } from './evidence.ts'
import { fileVerbs } from './files.ts'
import { findingVerbs } from './findings.ts'
import { exit } from './outcome.ts'
import { questionVerbs } from './questions.ts'
import { run } from './run.ts'
import { tokenVerbs } from './tokens.ts'

const program = new Command('mandate')
  .description('Delegated authority: recorded, explained, answerable. Works on MANDATE_DATA or DATABASE_URL, through the running server where there is one.')
  .version(productVersion())
  .showHelpAfterError()

questionVerbs(program, run)
fileVerbs(program, run)
tokenVerbs(program, run)
findingVerbs(program, run)
evidenceVerbs(program)

function endWithoutExit(command: Command): void {
  command.exitOverride()
  command.commands.forEach(endWithoutExit)
}
endWithoutExit(program)

program.parseAsync(process.argv).catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error
  process.exit(error.exitCode === 0 ? exit.done : exit.wrongQuestion)
})
