/** What tells whether facts of two machines, or of two days, mean the same: our version, that of the parser, and the code that extracts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parserVersion } from '../extract/index.js';
import { ownVersion } from '../version.js';

/** Rooms whose code makes facts or keeps them. */
const ROOMS = ['../contracts/', '../extract/', '../cache/'];
const CODE = /(?<!\.d)\.[jt]s$/;
const SHOWN_DIGITS = 12;

/** Such as `0.1.0 (parser 0.29.0, 3f9ac1…)`. The code itself takes part, because a version is not raised for each change. */
export function extractorVersion(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const directory = fileURLToPath(new URL(room, import.meta.url));
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
      if (CODE.test(name)) hash.update(`${name.split(sep).join('/')}\u0000`).update(readFileSync(join(directory, name))).update('\u0000');
    }
  }
  return `${ownVersion()} (parser ${parserVersion()}, ${hash.digest('hex').slice(0, SHOWN_DIGITS)})`;
}
