/** `dependency.*`: versions that should not be installed any more. Which these are stands in the rule, with where it is published. */
import { append } from '../../../contracts/multimap.js';
import { compare, minVersion, Range, validRange } from 'semver';
import { SEVERITIES } from '../../../contracts/inventory.js';
import type { Advisory, Dependency } from '../../../contracts/inventory.js';
import { NO, some, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { aliasedTo, isInRange } from '../../dependency-versions.js';
import type { Evaluation } from '../../evaluation.js';
import { lineAt } from '../../conditions/files.js';
import type { Predicate } from '../index.js';

type Row = Readonly<Record<string, string>>;

const TABLES = new WeakMap<object, ReadonlyMap<string, readonly Row[]>>();

/**
 * Rows by package name (`of:` names one or several). A table is read once.
 * @throws Error when it is no list of maps that have these keys and no others, each a text
 */
function listed(operand: unknown, required: readonly string[], optional: readonly string[] = []): ReadonlyMap<string, readonly Row[]> {
  if (!Array.isArray(operand)) throw new Error('a list of packages is needed');
  const known = TABLES.get(operand);
  if (known !== undefined) return known;
  const table = new Map<string, Row[]>();
  for (const entry of operand as Record<string, unknown>[]) {
    const { of, ...rest } = entry;
    const keys = Object.keys(rest);
    const isRow = required.every((key) => keys.includes(key)) && keys.every((key) => typeof rest[key] === 'string' && (required.includes(key) || optional.includes(key)));
    if (!isRow || of === undefined) throw new Error(`a row of packages has the keys of, ${[...required, ...optional].join(', ')}: ${JSON.stringify(entry)}`);
    for (const name of [of].flat().map(String)) append(table, name, rest as Row);
  }
  TABLES.set(operand, table);
  return table;
}

/** `with:` rows of package, versions (npm range), advisory and what it says: is one of them about the version that is installed? */
export const advisory: Predicate = ({ dependency }, operand) => {
  const rows = listed(operand, ['versions', 'id', 'says']);
  if (dependency === null) return NO;
  return some(
    (rows.get(aliasedTo(dependency).name) ?? []).map(({ versions = '*', id = '', says = '' }): Answer => {
      const truth = isInRange(dependency, versions);
      const values = { version: installed(dependency), source: id, value: says, remedy: remedyFor(dependency, versions) };
      if (truth === 'yes') return yes({ reason: id, values });
      return truth === 'no' ? NO : unknown(`which version of ${dependency.name} is installed, and so whether ${id} is about it`, { values });
    }),
  );
};

/**
 * Did the registry name advisories on the installed version, the worst of them of a severity in `with:`? All are named, the worst
 * first. No when it was not asked, and for a version that neither the lock file nor the declared range tells to be hit.
 */
export const reported: Predicate = ({ dependency }, operand, evaluation) => {
  const severities = [operand].flat();
  if (severities.length === 0 || !severities.every((each) => (SEVERITIES as readonly unknown[]).includes(each))) throw new Error(`dependency.reported takes some of ${SEVERITIES.join(', ')}`);
  const { registry, manifestPath } = evaluation.package;
  if (dependency === null || registry === null || 'failure' in registry) return NO;
  const { name } = aliasedTo(dependency);
  const about = registry.advisories.filter((each) => each.package === name && isInRange(dependency, each.versions) === 'yes');
  if (about.length === 0 || !severities.includes(about[0]!.severity)) return NO;
  const shown = about.slice(0, ADVISORIES_SHOWN).map(worded).join('; ');
  const more = about.length > ADVISORIES_SHOWN ? `; and ${about.length - ADVISORIES_SHOWN} more` : '';
  const related = manifestPath === null ? [] : about.map((each) => ({ location: lineAt(manifestPath, dependency.line), text: worded(each) }));
  return yes({ related, values: { version: installed(dependency), value: shown + more, remedy: remedyForAll(dependency, about.map(({ versions }) => versions)) } });
};

const ADVISORIES_SHOWN = 3;

function worded({ title, severity, link }: Advisory): string {
  return `${shortly(title)} (${severity}${link === '' ? '' : `, ${link}`})`;
}

/** Was the registry asked about the lock file without an answer? Told once for a lock file, as *unknown* with the reason; never yes. */
export const unasked: Predicate = ({ dependency, entry }, _operand, evaluation) => {
  const { registry, lockFile } = evaluation.package;
  if (dependency !== null || entry !== null || registry === null || !('failure' in registry)) return NO;
  const first = evaluation.program.packages.filter((each) => each.lockFile?.path === lockFile?.path && evaluation.isJudged(each)).sort((a, b) => (a.directory < b.directory ? -1 : 1))[0];
  return first === evaluation.package ? unknown(`which advisories there are on what ${lockFile?.path ?? 'the lock file'} names: ${registry.failure}`) : NO;
};

/** `with:` rows of package, versions, what to use instead and where that is said. */
export const withdrawn: Predicate = ({ dependency }, operand) => {
  const rows = listed(operand, ['instead', 'source'], ['versions']);
  if (dependency === null) return NO;
  const row = (rows.get(aliasedTo(dependency).name) ?? []).find(({ versions = '*' }) => isInRange(dependency, versions) === 'yes');
  return row === undefined ? NO : yes({ values: { version: installed(dependency), value: row['instead']!, source: row['source']! } });
};

/** Does the registry say not to use the version any more (`with: any`), and because it can be attacked (`with: security`)? The lock file keeps what it says. */
export const noticed: Predicate = ({ dependency }, operand) => {
  if (operand !== 'any' && operand !== 'security') throw new Error('dependency.noticed takes any or security');
  const notice = dependency?.deprecated ?? null;
  if (dependency === null || notice === null) return NO;
  const isHole = /vulnerab|security|\bCVE-|\bGHSA-|exploit/i.test(notice);
  return operand === 'security' && !isHole ? NO : yes({ values: { version: installed(dependency), value: shortly(notice) } });
};

/** Any version, or whatever a tag points to: `*`, `latest`, `>=1`. A package of the same workspace has one version only. */
export const unpinned: Predicate = ({ dependency }, _operand, { program }) => {
  if (dependency === null || program.packages.some(({ name }) => name === dependency.name)) return NO;
  const range = aliasedTo(dependency).range.trim();
  const isAny = /^(?:\*|x|latest|next|canary|beta|alpha|rc)?$/i.test(range) || /^>=?\s*v?\d[\w.-]*$/.test(range);
  return isAny ? yes({ values: { value: range === '' ? '*' : range } }) : NO;
};

/**
 * Does nothing say which versions are installed, although there are production dependencies? Told once for a workspace. Unknown
 * when there is a lock file that cannot be read here.
 */
export const unlocked: Predicate = ({ dependency, entry }, _operand, evaluation) => {
  if (dependency !== null || entry !== null) return NO;
  const { lockFile } = evaluation.package;
  if (lockFile?.readable === false) return unknown(`which versions ${lockFile.path} has, which is binary or broken`);
  const without = evaluation.program.packages.filter((each) => each.lockFile === null && each.dependencies.some(({ kind }) => kind === 'runtime'));
  if (!without.includes(evaluation.package) || !isFirstOf(without, evaluation)) return NO;
  const names = new Set(evaluation.program.packages.map(({ name }) => name));
  const outside = evaluation.package.dependencies.find(({ name, range }) => /^(?:workspace|catalog|link|portal):/.test(range) && !names.has(name));
  if (outside !== undefined) return unknown(`whether the workspace that ${outside.name} comes from has a lock file`);
  return yes();
};

/** Of the packages of one workspace the first that is judged. A package whose directory is in no workspace stands for itself. */
function isFirstOf(without: readonly Evaluation['package'][], evaluation: Evaluation): boolean {
  const workspaces = evaluation.program.packages.filter((each) => each.isWorkspaceRoot);
  const rootOf = (directory: string) => workspaces.find((root) => root.directory === '' || directory === root.directory || directory.startsWith(`${root.directory}/`))?.directory ?? directory;
  const mine = rootOf(evaluation.package.directory);
  return without.filter((each) => rootOf(each.directory) === mine && evaluation.isJudged(each)).sort((a, b) => (a.directory < b.directory ? -1 : 1))[0] === evaluation.package;
}

function installed({ locked, range }: Dependency): string {
  return locked ?? range;
}

/** The lowest release above the one that is installed that the range leaves out. */
function remedyFor(dependency: Dependency, versions: string): string {
  const fixed = upperBounds(dependency, versions, '<')[0];
  return fixed === undefined ? 'no release of this line mends it' : `mended in ${fixed}`;
}

/** The lowest release that all the ranges leave out, as far as their bounds tell: the registry writes `<=1.2.3` whether or not there is a later release. */
function remedyForAll(dependency: Dependency, ranges: readonly string[]): string {
  const fixes = ranges.map((versions) => upperBounds(dependency, versions, '<')[0]);
  const last = ranges.flatMap((versions) => upperBounds(dependency, versions, '<=').slice(0, 1)).sort(compare).at(-1);
  const known = fixes.filter((each) => each !== undefined);
  if (known.length === fixes.length) return `mended in ${known.sort(compare).at(-1)}`;
  return last === undefined ? 'no release is said to mend it' : `all releases up to ${last} have it`;
}

/** The upper bounds of a range at or above the installed version, lowest first. */
function upperBounds(dependency: Dependency, versions: string, kind: '<' | '<='): string[] {
  const { range } = aliasedTo(dependency);
  const from = dependency.locked ?? (validRange(range) === null ? null : minVersion(range)?.version) ?? '0.0.0';
  const bounds = new Range(versions).set.flatMap((alternatives) => alternatives.filter(({ operator }) => operator === kind).map(({ semver }) => semver.version));
  const isAbove = (version: string) => compare(version, from) > (kind === '<' ? 0 : -1);
  return bounds.filter(isAbove).sort(compare).map((version) => version.replace(/-0$/, ''));
}

const MOST_SHOWN = 120;

function shortly(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}
