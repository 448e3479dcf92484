/** The entry of the command line: argv in, an exit code in `process.exitCode` out. Heavy parts are loaded by the commands that need them. */
import { CommanderError } from 'commander';
import { UserError } from '../contracts/errors.js';
import { reportFailure } from './failures.js';
import { buildProgram } from './program.js';
import { tolerateClosedPipes } from './streams.js';

/**
 * Runs one command.
 * @param argv arguments without node and script
 */
export async function main(argv: readonly string[]): Promise<void> {
  tolerateClosedPipes();
  try {
    await buildProgram().parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    process.exitCode = reportFailure(error instanceof CommanderError ? usageError(error) : error, process.env);
  }
}

/** commander ends with exit code 1 for a usage error, which is the code of a failed gate here. */
function usageError(error: CommanderError): UserError {
  if (error.code === 'commander.help') return new UserError('usage', 'a command is missing', { hint: 'add --help to see what there is' });
  const [message = '', ...suggestion] = error.message.replace(/^error: /, '').split('\n');
  const hint = suggestion.join(' ').replace(/^\((.*)\)$/, '$1');
  return new UserError('usage', message, { hint: hint === '' ? 'shipworthy --help shows all commands and options' : hint });
}
