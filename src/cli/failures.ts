/** From anything thrown to a line for the user and an exit code. */
import { UserError } from '../contracts/errors.js';
import { writeMessage } from './streams.js';


export const EXIT_USAGE = 2;
export const EXIT_FAILED = 3;

const MOST_SHOWN = 20;

/** Shows an error and returns the exit code. With `SHIPWORTHY_DEBUG=1` it is thrown again, with its stack trace. */
export function reportFailure(error: unknown, environment: NodeJS.ProcessEnv): number {
  if (environment['SHIPWORTHY_DEBUG'] === '1') throw error;
  if (error instanceof UserError) {
    const all = [error, ...error.others];
    for (const each of all.slice(0, MOST_SHOWN)) writeMessage(formatUserError(each));
    if (all.length > MOST_SHOWN) writeMessage(`… and ${all.length - MOST_SHOWN} more`);
    return EXIT_USAGE;
  }
  const message = error instanceof Error ? error.message : String(error);
  writeMessage(`error: the audit itself failed: ${message}\n  hint: this is a bug in shipworthy; run again with SHIPWORTHY_DEBUG=1 and report what it prints`);
  return EXIT_FAILED;
}

/** `error: path:line:column: message`, and the hint on a line of its own. */
export function formatUserError(error: UserError): string {
  const { path, line, column, hint } = error.place;
  const place = path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `;
  return `error: ${place}${error.message}${hint === undefined ? '' : `\n  hint: ${hint}`}`;
}
