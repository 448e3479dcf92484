/**
 * `{ migration: true }`: every migration whose tool can take it back: classes and modules with `up`, and SQL files in pairs or
 * beside pairs. Its `value` says how it is taken back: `reversible`, `empty`, `missing`, `irreversible` (it says so itself),
 * `explained` (it does nothing, and a comment beside it or what it logs tells a reader so), `rows-only` (nothing takes it back, and it changes rows but no table), `one-way` (nothing takes it back,
 * and nothing could: it gives an enumeration a value more, or drops tables with their rows), `looser` (nothing takes it back, and the code before can live with it: indexes and constraints that are
 * dropped, columns of another type), `forward-only` (nothing takes it back, and what runs the migrations knows no way back) or `elsewhere` (what `down` is stands in another place). Tools that only go forward (Prisma, Drizzle) have none.
 */
import { directoryOf, fileNameOf } from '../../contracts/file-path.js';
import type { FileEntry } from '../../contracts/inventory.js';
import type { Evaluation } from '../evaluation.js';
import { reversalsOf } from '../migrations/reversal.js';
import type { Reversal } from '../migrations/reversal.js';
import { goesBack } from '../migrations/tools.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function migrationSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  const packages = evaluation.documentPackages();
  const files = program.inventory.files.filter((file) => file.class === 'migration' && packages.has(file.package));
  const statements = new Map(files.filter(({ path }) => path.endsWith('.sql')).map((file) => [file.path, file]));
  const pairedDirectories = new Set([...statements.keys()].filter((path) => DOWN_FILE.test(path)).map(directoryOf));
  return files.flatMap((file): Site[] => {
    const linked = program.files.get(file.path);
    if (linked !== undefined) {
      const reversals = reversalsOf(linked, program).map(({ reversal, line }) => ({ line, reversal: NOTHING.has(reversal) && !goesBack(linked, program) ? 'forward-only' as const : reversal }));
      return reversals.map(({ reversal, line }) => siteOf(file, reversal, line));
    }
    const reversal = inStatements(file.path, statements, pairedDirectories);
    return reversal === null ? [] : [siteOf(file, reversal, 1)];
  });
}

/** Nothing takes it back, and nothing says that this is meant. */
const NOTHING: ReadonlySet<Reversal> = new Set(['missing', 'empty']);

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
