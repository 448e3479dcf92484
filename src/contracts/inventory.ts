/** `Inventory`: what `discover` found under a root directory. No source text beyond small manifests; nothing is parsed as code. */

/** What a file is for. Only `source` counts for code checks; every class is counted in the report. */
export type FileClass =
  | 'source'
  | 'test'
  | 'script'
  | 'config'
  | 'schema'
  | 'migration'
  | 'manifest'
  | 'doc'
  | 'ci'
  | 'container'
  | 'env'
  | 'generated'
  | 'vendored'
  | 'other';

export interface Inventory {
  /** Absolute path of the audited directory, symlinks resolved. */
  root: string;
  /** Every package found, the root first, then by directory. A repository without package.json has one with `name: null`. */
  packages: PackageInfo[];
  /** Every file that discovery looked at, sorted by path. */
  files: FileEntry[];
  /** What was passed over, and why; nothing is left out in silence. */
  skipped: SkippedEntry[];
  git: GitInfo | null;
  /** Where the root lies in its git repository: '' at its top or without one, else such as `apps/api`. What holds for the whole repository may lie above. */
  directoryInGit: string;
  /** Problems of the input itself, such as a package.json that is no JSON. The run goes on. */
  diagnostics: Diagnostic[];
}

export interface FileEntry {
  /** Relative to the root, POSIX separators. */
  path: string;
  class: FileClass;
  /** Bytes. */
  size: number;
  /** Directory of the innermost package that holds it; '' for the root package. */
  package: string;
}

export interface SkippedEntry {
  path: string;
  reason: 'ignored' | 'symlink-outside-root' | 'symlink-cycle' | 'unreadable' | 'too-large' | 'binary' | 'vanished';
  detail: string;
}

export interface PackageInfo {
  /** Directory relative to the root, POSIX; '' for the root. */
  directory: string;
  name: string | null;
  version: string | null;
  /** Path of the package.json relative to the root, or null. */
  manifestPath: string | null;
  /** `module` or `commonjs`, as Node would read a plain `.js` file here. */
  moduleType: 'module' | 'commonjs';
  dependencies: Dependency[];
  /** The lock file that speaks for the package: in its directory or in the nearest one above. */
  lockFile: LockFile | null;
  /** What the registry said of the versions in the lock file; null when it was not asked, which is the rule. */
  registry: RegistryAnswer | null;
  scripts: Record<string, string>;
  /** `engines.node`, if any. */
  nodeRange: string | null;
  /** `exports`/`main`/`module` entry points, relative to the root, for linking workspace imports. '.' is the package itself, './x' a subpath. */
  entryPoints: Record<string, string>;
  /** Package `imports` (`#x` specifiers) to root-relative targets. */
  subpathImports: Record<string, string>;
  /** Merged compiler options that matter for resolving names, from the nearest tsconfig/jsconfig through its `extends`. */
  pathMappings: PathMappings | null;
  /** Is it a workspace root (declares workspaces)? */
  isWorkspaceRoot: boolean;
}

export interface Dependency {
  name: string;
  /** The range as written, e.g. `^5.1.0`, `workspace:*`. */
  range: string;
  kind: 'runtime' | 'development' | 'peer' | 'optional';
  /** Exact version from the lockfile, or null when there is none or it says nothing. */
  locked: string | null;
  /** What the registry says to whoever installs it, as far as the lock file keeps that; null when it is not deprecated or nothing says so. */
  deprecated: string | null;
  /** 1-based line in package.json. */
  line: number;
}

export interface LockFile {
  /** Root-relative. */
  path: string;
  /** False for a binary one (`bun.lockb`) and one that is broken: it is there, and no version in it is known. */
  readable: boolean;
}

/** The advisories on what is locked, or why there is no answer (a clause: `npm is not installed`). */
export type RegistryAnswer = { advisories: Advisory[] } | { failure: string };

/** From the worst. */
export const SEVERITIES = ['critical', 'high', 'moderate', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One published vulnerability of a package. */
export interface Advisory {
  package: string;
  /** The range of versions that have it, as npm writes ranges. */
  versions: string;
  severity: Severity;
  title: string;
  /** Where it is published; '' when the registry does not say. */
  link: string;
}

export interface PathMappings {
  /** The tsconfig it came from, root-relative. */
  source: string;
  /** Root-relative directory against which bare specifiers resolve, or null when `baseUrl` is not set. */
  baseUrl: string | null;
  /** Pattern (`@app/*`) to root-relative targets (`src/app/*`), in order. */
  paths: Record<string, string[]>;
}

export interface GitInfo {
  /** Full commit id, or null in a repository without commits. */
  commit: string | null;
  branch: string | null;
  dirty: boolean;
}

/** Something about one input that a reader should know; it never ends the run. */
export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning' | 'hint';
  message: string;
  /** Root-relative path, when it is about a file. */
  path?: string;
  /** 1-based. */
  line?: number;
  column?: number;
  /** What to do about it. */
  hint?: string;
}

/** Paths of the files that are judged. */
export function sourcePaths(inventory: Inventory): ReadonlySet<string> {
  return new Set(inventory.files.filter((file) => file.class === 'source').map((file) => file.path));
}
