/** The environment variables that the program reads: directly, through helpers, and through the schemas that check them. */
import { append } from '../../contracts/multimap.js';
import type { EnvironmentIndex, EnvironmentRead, RoleSite, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { compareValues } from '../roles.js';
import { factOf, keyOf } from '../value-graph.js';
import { handledAbsences } from './optional.js';
import { checksOf, isRequiredInChain } from './checks.js';
import { isConfigurationModule } from './configuration-modules.js';
import { type Fallback, NO_FALLBACK, classify, fallbackOf, stopsWhenMissing } from './fallback.js';
import { isHandedOut } from './handed-out.js';
import { isHarmlessName, isPublicName, isRequiredName, isSecretName } from './names.js';
import { type SchemaEntry, schemaEntries } from './schemas.js';
import { standsIn } from './stand-ins.js';
import { neededAt } from './needs.js';
import { namesWritten } from './writes.js';
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
  /** Declared in a schema. */
  entry?: boolean;
}

export function environmentOf(link: Linking): EnvironmentIndex {
  const entries = schemaEntries(link);
  const found = new Map<number, FoundRead>();
  for (const site of link.sitesOf('env.read')) for (const read of readsAt(link, site)) found.set(keyOf(read.value), read);
  for (const entry of entries) found.set(keyOf(entry.value), fromEntry(entry));
  const all = [...found.values()].sort((a, b) => compareValues(a.value, b.value));
  const names = new Map(all.flatMap((read): [number, string][] => (read.name === '' ? [] : [[keyOf(read.value), read.name]])));
  const checkOf = checksOf(link, entries, names);
  const checkedElsewhere = readsWithChecks(all);
  const written = namesWritten(link);
  const absences = handledAbsences(link, all, names, written.all);
  const isConfiguration = configurationFiles(link, all, entries);
  const reads = all.map((read): EnvironmentRead => {
    const required = isRequiredName(read.name, read.via);
    const check = read.name === '' ? null : (read.checkedBy ?? checkOf(read.value.file as IndexedFile, read.name) ?? checkedElsewhere(read));
    const handled = absences(read);
    return {
      name: read.name,
      value: read.value,
      via: read.via,
      fallback: read.fallback.kind === 'empty' && read.entry !== true && (check ?? handled) !== null ? NO_FALLBACK : read.fallback,
      validated: check === null ? null : { by: check },
      absence: handled === null || check !== null ? null : { handledBy: handled },
      needed: required && check === null && handled === null ? neededAt(link, indexed(read.value), { name: read.name, isText: read.fallback.kind === 'empty' }, names) : null,
      handedOut: isHandedOut(link, indexed(read.value)),
      standsIn: standsIn(link, indexed(read.value), names),
      inConfigurationModule: read.managed === true || isConfiguration(read.value.file as IndexedFile),
      secret: isSecretName(read.name),
      harmless: isHarmlessName(read.name, read.via) || (!required && written.constants.has(read.name)),
      required,
      public: isPublicName(read.name),
      confidence: read.name === '' ? 'low' : 'high',
    };
  });
  return { reads, isConfigurationModule: (file) => isConfiguration(file as IndexedFile) };
}

/** A read of the same variable in the same package that throws when it is unset, as through a helper (`required('DATABASE_URL')`). */
function readsWithChecks(all: readonly FoundRead[]): (read: FoundRead) => ValueRef | null {
  const key = ({ name, value }: FoundRead) => `${value.file.package.directory} ${name}`;
  const checks = new Map(all.flatMap((read): [string, ValueRef][] => (read.checkedBy === null || read.entry === true ? [] : [[key(read), read.checkedBy]])));
  return (read) => checks.get(key(read)) ?? null;
}

/** The read itself, or the calls of the helper that it stands in. */
function readsAt(link: Linking, site: RoleSite): FoundRead[] {
  const value = indexed(site.value);
  const name = nameAt(link, site);
  if (name !== null) {
    // A configuration service also answers names of its own sections (`database.host`), which are no variables.
    if (site.entry.attributes['managed'] === true && !/^[A-Z][A-Z0-9_]*$/.test(name)) return [];
    if (site.entry.attributes['managed'] !== true && isWriteTarget(value)) return [];
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

/** `delete process.env.X` reads nothing. */
function isWriteTarget(value: FileValue): boolean {
  const parent = value.file.parentOf(value.id);
  const fact = parent < 0 ? null : factOf({ file: value.file, id: parent });
  return fact?.kind === 'unary' && fact.operator === 'delete';
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
  return { name: entry.name, value: entry.value, via: entry.schema.path, fallback: entry.fallback, checkedBy: entry.unenforced === true ? null : entry.schema.value, entry: true };
}

function configurationFiles(link: Linking, all: readonly FoundRead[], entries: readonly SchemaEntry[]): (file: IndexedFile) => boolean {
  const schemaFiles = new Set(entries.map((entry) => entry.value.file));
  const byFile = new Map<IndexedFile, { name: string; start: number }[]>();
  for (const read of all) {
    const file = read.value.file as IndexedFile;
    append(byFile, file, { name: read.name, start: factOf(read.value).start });
  }
  const known = new Map<IndexedFile, boolean>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const answer = isConfigurationModule(link, file, byFile.get(file) ?? [], schemaFiles.has(file));
    known.set(file, answer);
    return answer;
  };
}
