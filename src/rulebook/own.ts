/** Where the rules that come with this package are. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export function ownRulesDirectory(): URL {
  return new URL('../../rules/', import.meta.url);
}

/** What the build makes of them, beside the compiled program; there is none beside its source. */
export function compiledRulebookFile(): URL {
  return new URL('../own-rulebook.json', import.meta.url);
}

export function isOwn(directory: string): boolean {
  return resolve(directory) === resolve(fileURLToPath(ownRulesDirectory()));
}
