/** `{ catch: true }`: every `catch` clause and every function that is handed to a promise's `catch`, outside of commands and scripts. */
import type { Evaluation } from '../evaluation.js';
import { catchClausesOf } from '../failures/catch-clauses.js';
import type { CatchClause } from '../failures/catch-clauses.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';
import { isOfCommand } from './log-calls.js';

export function catchSites({ program, files }: Evaluation): Site[] {
  return files.filter((file) => !isOfCommand(file)).flatMap((file) => catchClausesOf(file).map((clause) => ({ ...NO_SITE, value: clause.value, label: labelOf(clause, program.symbolAt(clause.value)), clause })));
}

function labelOf({ kind }: CatchClause, symbol: string): string {
  return `${kind === 'promise' ? '.catch(…)' : 'catch'}${symbol === '' ? '' : ` in ${symbol}`}`;
}
