/**
 * `{ migration: true }`: every migration whose tool can take it back: classes and modules with `up`, and SQL files in pairs or
 * beside pairs. Its `value` says how it is taken back: `reversible`, `empty`, `missing`, `irreversible` (it says so itself),
 * `explained` (it does nothing, and a comment in it tells a reader so), `rows-only` (nothing takes it back, and it changes rows but no table), `one-way` (nothing takes it back,
 * and nothing could: it gives an enumeration a value more, or drops tables with their rows) or `elsewhere` (what `down` is stands in another place). Tools that only go forward (Prisma, Drizzle) have none.
 */
import { directoryOf, fileNameOf } from '../../contracts/file-path.js';
import { NONE } from '../../contracts/facts.js';
import type { FileEntry } from '../../contracts/inventory.js';
import type { FunctionRef, LinkedFile, Program } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { changeOf } from '../migrations/changes.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

type Reversal = 'reversible' | 'empty' | 'missing' | 'irreversible' | 'explained' | 'rows-only' | 'one-way' | 'elsewhere';

export function migrationSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  const packages = evaluation.documentPackages();
  const files = program.inventory.files.filter((file) => file.class === 'migration' && packages.has(file.package));
  const statements = new Map(files.filter(({ path }) => path.endsWith('.sql')).map((file) => [file.path, file]));
  const pairedDirectories = new Set([...statements.keys()].filter((path) => DOWN_FILE.test(path)).map(directoryOf));
  return files.flatMap((file): Site[] => {
    const linked = program.files.get(file.path);
    if (linked !== undefined) return inCode(linked, program).map(({ reversal, line }) => siteOf(file, reversal, line));
    const reversal = inStatements(file.path, statements, pairedDirectories);
    return reversal === null ? [] : [siteOf(file, reversal, 1)];
  });
}

function siteOf(file: FileEntry, reversal: Reversal, line: number): Site {
  const entry = { key: 'migration', value: reversal, line };
  return { ...NO_SITE, label: fileNameOf(file.path), entry: { document: { path: file.path, class: file.class, package: file.package, format: 'text', entries: [entry], problem: '' }, entry } };
}

const DOWN_FILE = /(?:[._-](?:down|undo|rollback)\.sql|\/down\.sql)$/i;
const UP_FILE = /([._-])(up|do)\.sql$/i;
/** A file of no more than this holds no statement. */
const EMPTY_BYTES = 4;

/** @returns null for what takes another back, and where nothing shows that migrations are taken back at all */
function inStatements(path: string, all: ReadonlyMap<string, FileEntry>, paired: ReadonlySet<string>): Reversal | null {
  if (DOWN_FILE.test(path) || /\/migration\.sql$/.test(path)) return null;
  const isUp = UP_FILE.test(path);
  if (!isUp && !paired.has(directoryOf(path))) return null;
  const base = isUp ? path.replace(UP_FILE, '') : path.replace(/\.sql$/i, '');
  const down = ['down', 'undo', 'rollback'].flatMap((word) => ['.', '_', '-'].map((mark) => all.get(`${base}${mark}${word}.sql`))).find((file) => file !== undefined);
  if (down === undefined) return 'missing';
  return down.size <= EMPTY_BYTES ? 'empty' : 'reversible';
}

/** A class with a method `up`, or a module that exports one. */
function inCode(file: LinkedFile, program: Program): { reversal: Reversal; line: number }[] {
  const { functions } = file.facts;
  const named = (name: string) => functions.map((_fact, id) => id).filter((id) => id > 0 && functions[id]!.name === name && isOfFile(file, id));
  const ups = named('up');
  const downs = named('down');
  return ups.flatMap((id) => {
    const { class: owner } = functions[id]!;
    const ref = { file, id };
    if (doesNothing(ref, program)) return [];
    const down = downs.find((each) => functions[each]!.class === owner);
    const line = program.locationOf(file, functions[id]!.start, functions[id]!.end).line;
    const way = down === undefined ? withoutFunction(file, owner) : reversalBy({ file, id: down }, program);
    const change = way === 'missing' || way === 'empty' ? changeOf(ref, program) : 'tables';
    const reversal = change === 'tables' ? way : change;
    return [{ reversal, line: down === undefined ? line : program.locationOf(file, functions[down]!.start, functions[down]!.end).line }];
  });
}

/** Of the module, an object or a class; not inside another function. */
function isOfFile(file: LinkedFile, id: number): boolean {
  return file.facts.functions[id]!.parent <= 0;
}

/** `exports.down = false` says that there is no way back (node-pg-migrate); any other value is defined elsewhere. */
function withoutFunction(file: LinkedFile, owner: number): Reversal {
  const { classes, memberWrites, bindings, exports, values } = file.facts;
  if (owner !== NONE) return classes[owner]!.members.some(({ name }) => name === 'down') || classes[owner]!.superClass !== NONE && !extendsLibrary(file, owner) ? 'elsewhere' : 'missing';
  const written = [...memberWrites.filter(({ name }) => name === 'down').map(({ value }) => value), ...bindings.filter(({ name }) => name === 'down').flatMap(({ writes }) => writes.map(({ value }) => value))];
  const properties = values.flatMap((value) => (value.kind === 'object' ? value.properties.filter(({ name }) => name === 'down').map((property) => property.value) : []));
  const found = [...written, ...properties].filter((id) => id >= 0).map((id) => values[id]!);
  if (found.some((value) => value.kind === 'literal' && value.value === false)) return 'irreversible';
  return found.length > 0 || exports.some(({ name }) => name === 'down') ? 'elsewhere' : 'missing';
}

/** `extends Migration` where that is imported from a library; a base class of the program may have `down`. */
function extendsLibrary(file: LinkedFile, owner: number): boolean {
  const value = file.facts.values[file.facts.classes[owner]!.superClass];
  const binding = value?.kind === 'reference' ? value.binding : NONE;
  return file.facts.imports.some((each) => each.binding === binding && !each.specifier.startsWith('.'));
}

function reversalBy(ref: FunctionRef, program: Program): Reversal {
  if (program.functionFact(ref).throws.length > 0) return 'irreversible';
  if (!doesNothing(ref, program)) return 'reversible';
  return ref.file.facts.blocks.some((block) => block.function === ref.id && block.kind === 'function' && block.explained === true) ? 'explained' : 'empty';
}

/** What only tells, or settles a promise, changes nothing. */
const IDLE_CALL = /^(?:Promise\.resolve|console\.\w+|(?:this\.)?logger\.\w+|callback|cb|next|done)$/;

/** No call that may reach a database, and no statement as a tagged text. */
function doesNothing({ file, id }: FunctionRef, program: Program): boolean {
  const { start, end } = file.facts.functions[id]!;
  return !file.valuesWithin(start, end).some((inner) => {
    const value = file.facts.values[inner]!;
    if (value.kind === 'template') return value.tag >= 0;
    if (value.kind === 'yield') return value.operand >= 0;
    return value.kind === 'call' && !IDLE_CALL.test(program.describe({ file, id: value.callee }));
  });
}
