/**
 * `pnpm-lock.yaml`, lockfileVersion 5.x (pnpm 3-7), 6.0 (pnpm 8) and 9.0 (pnpm 9-11). Direct dependencies stand in `importers`,
 * or at the top in a version 5 and 6 file of a single package. Only those sections are parsed: the whole file may be megabytes.
 * Format: https://github.com/pnpm/spec/tree/master/lockfile
 */
import { isRecord, stringOrNull } from '../manifest.js';
import { parseYamlText } from '../yaml-text.js';
import { NOT_LOCKED } from './index.js';
import type { LockedVersions } from './index.js';

const SECTIONS = ['importers', 'dependencies', 'devDependencies', 'optionalDependencies'];
const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'];

export function parsePnpmLock(text: string): LockedVersions {
  const parsed = parseYamlText(sectionsOf(text));
  const lock = 'document' in parsed && isRecord(parsed.document.value) ? parsed.document.value : {};
  const notices = noticesIn(text);
  const importers = isRecord(lock['importers']) ? lock['importers'] : { '.': lock };
  return (directory, name) => {
    const importer = importers[directory === '' ? '.' : directory];
    if (!isRecord(importer)) return NOT_LOCKED;
    for (const group of GROUPS) {
      const entries = importer[group];
      const entry = isRecord(entries) ? entries[name] : undefined;
      const version = isRecord(entry) ? entry['version'] : entry;
      if (version === undefined) continue;
      const plain = plainVersion(stringOrNull(version));
      return { version: plain, deprecated: notices.get(`${name}@${plain}`) ?? null };
    }
    return NOT_LOCKED;
  };
}

/** `name@version` → the registry's notice, of every entry under `packages` that has `deprecated:`. */
function noticesIn(text: string): Map<string, string> {
  const notices = new Map<string, string>();
  let entry = '';
  for (const line of text.split(/\r?\n/)) {
    const key = /^ {2}'?\/?(@?[^'()@]+?)[@/](\d[^:'(_]*)/.exec(line);
    if (key !== null) entry = `${key[1]}@${key[2]}`;
    const notice = /^ {4}deprecated: (.+)$/.exec(line)?.[1];
    if (notice !== undefined && entry !== '') notices.set(entry, notice.replace(/^(['"])(.*)\1$/, '$2'));
  }
  return notices;
}

/** The top-level sections of interest, cut out of the text. */
function sectionsOf(text: string): string {
  const kept: string[] = [];
  let keep = false;
  for (const line of text.split(/\r?\n/)) {
    const key = /^([A-Za-z]+):/.exec(line);
    if (key !== null) keep = SECTIONS.includes(key[1] ?? '');
    if (keep) kept.push(line);
  }
  return kept.join('\n');
}

/** `8.11.3(pg-native@3.0.1)` and `8.11.3_pg-native@3.0.1` carry their peers; `link:../shared` has no version; `/pg/8.0.0` is version 5's way to name a registry path. */
function plainVersion(version: string | null): string | null {
  if (version === null || /^(?:link|file|workspace|https?|git[+\w]*):/.test(version)) return null;
  return /(?:^|[/@])(\d+\.\d+\.\d+[^(_/@]*)/.exec(version)?.[1] ?? null;
}
