/** What the place of a file in the tree says about it, before its content is read. */
import type { FileClass } from '../../contracts/inventory.js';
import * as names from './names.js';

/** What must be known of the whole tree before one file can be classed. */
export interface ProjectShape {
  /** Directories under a `template` directory that hold a package.json: scaffolds, not code of this project. */
  scaffolds: ReadonlySet<string>;
  /** Package directories whose sources stand in a directory of their own (`src`, `lib`, `app` …). */
  withSourceTree: ReadonlySet<string>;
  /** Package directories, below the root, of command-line tools: a person waits for them, no server runs them. */
  commandLine: ReadonlySet<string>;
  /** Files that only chores of `package.json` start. */
  chores: ReadonlySet<string>;
  /** Files of JavaScript that stand beside one of TypeScript of the same name. */
  besideTypeScript: ReadonlySet<string>;
}

export interface FilePlace {
  path: string;
  name: string;
  /** Directories below the package (and below `apps/<project>` when that has no manifest of its own). */
  segments: string[];
  /** Of the innermost package, '' for the root. */
  packageDirectory: string;
  /** `test` and `other` (examples, scaffolds) by directory; null when the place is ordinary. */
  auxiliary: 'test' | 'other' | null;
  /** The directory is called after tests, but the content decides. */
  maybeTest: boolean;
  /** A compiler may have written it; the content decides. */
  maybeOutput: boolean;
  inMigrations: boolean;
  /** Index in `segments` of the first directory of the source tree, or `segments.length`. */
  sourceTree: number;
  hasSourceTree: boolean;
}

export function describePlace(path: string, packageDirectory: string, shape: ProjectShape): FilePlace {
  const inPackage = packageDirectory === '' ? path : path.slice(packageDirectory.length + 1);
  const all = inPackage.split('/');
  const name = all.pop() ?? '';
  const project = all.length >= 2 && names.PROJECT_CONTAINER.test(all[0] ?? '') ? (all[1] ?? '') : null;
  const segments = project === null ? all : all.slice(2);
  const found = segments.findIndex((segment) => names.SOURCE_TREE.test(segment));
  const sourceTree = found < 0 ? segments.length : found;
  const place: FilePlace = {
    path,
    name,
    segments,
    packageDirectory,
    auxiliary: null,
    maybeTest: false,
    maybeOutput: shape.besideTypeScript.has(path) || segments.some((segment, index) => index <= sourceTree && names.OUTPUT_DIRECTORY_BY_CONTENT.test(segment)),
    inMigrations: segments.some((segment) => names.MIGRATION_DIRECTORY.test(segment)),
    sourceTree,
    hasSourceTree: shape.withSourceTree.has(packageDirectory),
  };
  place.auxiliary = auxiliaryProject(project) ?? auxiliaryDirectory(place, shape);
  return place;
}

/** Is the directory of this package.json one of tests, examples or scaffolds, so that no package of the project starts here? */
export function isAuxiliary(manifestPath: string, packageDirectory: string, shape: ProjectShape): boolean {
  const place = describePlace(manifestPath, packageDirectory, shape);
  return place.auxiliary !== null || place.segments.some((segment) => names.VENDORED_DIRECTORY.test(segment) || names.GENERATED_DIRECTORY.test(segment) || names.OUTPUT_DIRECTORY.test(segment));
}

function auxiliaryProject(project: string | null): 'test' | 'other' | null {
  if (project === null) return null;
  if (names.TEST_DIRECTORY.test(project) || names.TEST_DIRECTORY_BY_PLACE.test(project) || names.TEST_PROJECT.test(project)) return 'test';
  return names.EXAMPLE_PROJECT.test(project) ? 'other' : null;
}

function auxiliaryDirectory(place: FilePlace, shape: ProjectShape): 'test' | 'other' | null {
  for (const [index, segment] of place.segments.entries()) {
    if (names.TEST_DIRECTORY.test(segment)) return 'test';
    const outside = index < place.sourceTree;
    if (outside && (names.TEST_DIRECTORY_BY_PLACE.test(segment) || names.TEST_DIRECTORY_OUTSIDE.test(segment))) return 'test';
    if (outside && names.EXAMPLE_DIRECTORY.test(segment)) return 'other';
    if (!outside && isTestAmongSources(place, index, segment)) return 'test';
  }
  const depth = place.path.split('/').length;
  const directories = place.path.split('/').slice(0, depth - 1);
  const inScaffold = directories.some((_, index) => shape.scaffolds.has(directories.slice(0, index + 1).join('/')));
  return inScaffold ? 'other' : null;
}

/** `src/test/…` is for tests; `src/modules/tests/…` and anything that a framework routes to may be the domain's. Notes what is left to the content. */
function isTestAmongSources(place: FilePlace, index: number, segment: string): boolean {
  const byPlace = names.TEST_DIRECTORY_BY_PLACE.test(segment);
  if (!byPlace && !names.TEST_DIRECTORY_OUTSIDE.test(segment)) return false;
  if (segment === 'testing' && names.HELPERS_DIRECTORY.test(place.segments[index - 1] ?? '')) return true;
  place.maybeTest = true;
  return byPlace && !isDomainDirectory(place, index) && !isRouted(place);
}

function isDomainDirectory(place: FilePlace, index: number): boolean {
  const parent = place.segments[index - 1] ?? '';
  // `api/test` and `services/test` at the top are an application and its tests.
  const topLevelApplication = index === 1 && /^(?:api|services)$/.test(parent);
  return names.DOMAIN_CONTAINER.test(parent) && !topLevelApplication;
}

function isRouted(place: FilePlace): boolean {
  if (names.ROLE_FILE.test(place.name)) return true;
  if (place.segments.includes('app') && names.NEXT_ROUTE_FILE.test(place.name)) return true;
  return /(?:^|\/)pages\/api\//.test(place.path);
}

/** Where what somebody runs by hand lies: at the package's root or in a directory beside the program. */
export function isBesideProgram({ name, segments }: FilePlace): boolean {
  return segments.length === 0 ? !names.MAIN_FILE.test(name) : names.BY_HAND_DIRECTORY.test(segments[0]!);
}

/** The class of a code file as far as its path tells; null when the content decides. */
export function classByPlace(place: FilePlace): FileClass | null {
  if (isVendored(place)) return 'vendored';
  if (isGeneratedByPlace(place)) return 'generated';
  if (place.auxiliary !== null) return place.auxiliary;
  if (names.TOOL_CONFIGURATION_FILE.test(place.name) || place.segments.includes('.storybook')) return 'config';
  if (names.TEST_FILE.test(place.name) || names.TEST_RUNNER_FILE.test(place.name) || names.TEST_HELPER_FILE.test(place.name)) return 'test';
  if (names.CUCUMBER_FILE.test(place.path) || names.TEST_FACTORY_FILE.test(place.path)) return 'test';
  if (place.segments.length === 0 && names.TEST_SETUP_FILE.test(place.name)) return 'test';
  if (names.STORY_FILE.test(place.name) || names.FILE_TO_COPY.test(place.name) || (place.segments.length === 0 && names.EXAMPLE_FILE.test(place.name))) return 'other';
  if (isScript(place)) return 'script';
  const first = place.segments[0] ?? '';
  if (names.DOCUMENTATION_DIRECTORY.test(first)) return 'doc';
  return null;
}

function isVendored(place: FilePlace): boolean {
  if (names.VENDORED_FILE.test(place.path)) return true;
  return place.segments.some((segment, index) => {
    if (names.VENDORED_DIRECTORY.test(segment)) return true;
    const served = place.segments.slice(0, index).some((above) => names.STATIC_DIRECTORY.test(above));
    return names.VENDORED_DIRECTORY_OUTSIDE.test(segment) && (served || index < place.sourceTree);
  });
}

function isGeneratedByPlace(place: FilePlace): boolean {
  if (names.GENERATED_FILE.test(place.path)) return true;
  return place.segments.some((segment, index) => names.GENERATED_DIRECTORY.test(segment) || (index < place.sourceTree && names.OUTPUT_DIRECTORY.test(segment)));
}

/** A package of a workspace that nobody deploys: `tools/migrate`, `packages/codemod`. */
function isToolPackage(packageDirectory: string): boolean {
  const [name = '', container = ''] = packageDirectory.split('/').reverse();
  const inScripts = packageDirectory.split('/').some((segment) => names.SCRIPT_DIRECTORY.test(segment));
  return inScripts || names.DEVELOPERS_TOOL.test(packageDirectory) || names.TOOL_DIRECTORY.test(container) || names.TOOL_PACKAGE.test(name);
}

function isScript(place: FilePlace): boolean {
  if (names.BENCHMARK_FILE.test(place.name) || names.HOT_RELOAD_FILE.test(place.name) || names.DEVELOPMENT_ENTRY.test(place.path) || names.SEED_FILE.test(place.path) || names.HIDDEN_DIRECTORY.test(place.path) || names.GENERATOR_FILE.test(place.path)) return true;
  if (place.segments.length === 0 && names.OPERATOR_FILE.test(place.name)) return true;
  if (place.segments.length === 0 && place.hasSourceTree && (names.SCRIPT_FILE.test(place.name) || names.ROOT_SEED_FILE.test(place.name))) return true;
  if (place.sourceTree === place.segments.length && place.segments.length > 0 && names.MOVING_FILE.test(place.name)) return true;
  if (names.BENCHMARK_DIRECTORY.test(place.segments[0] ?? '')) return true;
  if (isToolPackage(place.packageDirectory) && !isRouted(place)) return true;
  if (place.hasSourceTree && names.TOOL_DIRECTORY.test(place.segments[0] ?? '')) return true;
  if (isRouted(place)) return false;
  return place.segments.some((segment, index) => names.SCRIPT_DIRECTORY.test(segment) && !(index > place.sourceTree && isDomainDirectory(place, index)));
}
