/** The environment variables that the program reads: directly, through helpers, and through the schemas that check them. */
import type { EnvironmentIndex, EnvironmentRead, RoleSite, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type Linking, indexed } from '../linking.js';
import { compareValues } from '../roles.js';
import { keyOf } from '../value-graph.js';
import { type Fallback, NO_FALLBACK, classify, fallbackOf, stopsWhenMissing } from './fallback.js';
import { isConfigurationPath, isHarmlessName, isRequiredName, isSecretName } from './names.js';
import { type SchemaEntry, schemaEntries } from './schemas.js';
import { handWrittenChecks } from './validation.js';
import { computedName, wrappedReads } from './wrappers.js';

/** A read before its checks are known. */
interface FoundRead {
  name: string;
  value: ValueRef;
  via: string;
  fallback: Fallback;
  checkedBy: ValueRef | null;
  /** Read through a configuration service, wherever it stands. */
  managed?: boolean;
}

export function environmentOf(link: Linking): EnvironmentIndex {
  const entries = schemaEntries(link);
  const checks = checksByPackage(link, entries);
  const schemaFiles = new Set(entries.map((entry) => entry.value.file.facts.path));
  const found = new Map<number, FoundRead>();
  for (const site of link.sitesOf('env.read')) for (const read of readsAt(link, site)) found.set(keyOf(read.value), read);
  for (const entry of entries) found.set(keyOf(entry.value), fromEntry(entry));
  const reads = [...found.values()]
    .sort((a, b) => compareValues(a.value, b.value))
    .map((read): EnvironmentRead => {
      const file = read.value.file as IndexedFile;
      const check = read.checkedBy ?? checks.get(`${file.package.directory}\u0000${read.name}`) ?? null;
      return {
        name: read.name,
        value: read.value,
        via: read.via,
        fallback: read.fallback,
        validated: check === null || read.name === '' ? null : { by: check },
        inConfigurationModule: read.managed === true || isConfigurationPath(file.facts.path) || schemaFiles.has(file.facts.path),
        secret: isSecretName(read.name),
        harmless: isHarmlessName(read.name),
        required: isRequiredName(read.name),
        confidence: read.name === '' ? 'low' : 'high',
      };
    });
  return { reads };
}

/** The read itself, or the calls of the helper that it stands in. */
function readsAt(link: Linking, site: RoleSite): FoundRead[] {
  const value = indexed(site.value);
  const name = nameAt(link, site);
  if (name !== null) {
    // A configuration service also answers names of its own sections (`database.host`), which are no variables.
    if (site.entry.attributes['managed'] === true && !/^[A-Z][A-Z0-9_]*$/.test(name)) return [];
    const given = link.argument(site, 'fallback');
    const fallback = given === null ? fallbackOf(link, value) : classify(link, given);
    const checked = site.entry.attributes['throws'] === true || isRequiredInChain(value) || stopsWhenMissing(link, value) ? site.value : null;
    return [{ name, value: site.value, via: site.path, fallback, checkedBy: checked, managed: site.entry.attributes['managed'] === true }];
  }
  const computed = computedName(link, site);
  const wrapped = computed === null ? null : wrappedReads(link, site, computed);
  if (wrapped !== null) return wrapped.map((read) => ({ ...read, via: site.path }));
  return [{ name: '', value: site.value, via: site.path, fallback: NO_FALLBACK, checkedBy: null }];
}

/** `env.get('X').required()`. */
function isRequiredInChain(value: ReturnType<typeof indexed>): boolean {
  let id = value.file.parentOf(value.id);
  for (let step = 0; id >= 0 && step < 8; step += 1) {
    const fact = value.file.facts.values[id];
    if (fact?.kind === 'member' && fact.name === 'required') return true;
    if (fact?.kind !== 'member' && fact?.kind !== 'call') return false;
    id = value.file.parentOf(id);
  }
  return false;
}

function nameAt(link: Linking, site: RoleSite): string | null {
  const argument = link.argument(site, 'name');
  if (argument !== null) {
    const constants = link.constants(argument);
    return constants?.length === 1 && typeof constants[0] === 'string' ? constants[0] : null;
  }
  const last = /[.#:]([^.#:()]+)$/.exec(site.path)?.[1];
  return last === undefined || last === '*' ? null : last;
}

function fromEntry(entry: SchemaEntry): FoundRead {
  return { name: entry.name, value: entry.value, via: entry.schema.path, fallback: entry.fallback, checkedBy: entry.schema.value };
}

/** Variable (by package) → where it is checked at start-up. */
function checksByPackage(link: Linking, entries: readonly SchemaEntry[]): Map<string, ValueRef> {
  const result = new Map<string, ValueRef>();
  for (const entry of entries) result.set(`${entry.value.file.package.directory}\u0000${entry.name}`, entry.schema.value);
  const readers = new Set(['env.read', 'env.all'].flatMap((role) => link.sitesOf(role).map((site) => site.value.file as IndexedFile)));
  for (const file of readers) {
    for (const [name, place] of handWrittenChecks(link, file)) {
      const key = `${file.package.directory}\u0000${name}`;
      if (!result.has(key)) result.set(key, place);
    }
  }
  return result;
}
