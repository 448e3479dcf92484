/** Finds the packages of a repository: the root, declared workspaces, and any other directory with a manifest that describes a project. */
import type { Diagnostic, PackageInfo } from '../contracts/inventory.js';
import type { ProjectShape } from './classify/index.js';
import { withFrameworkAliases } from './framework-aliases.js';
import { isAuxiliary } from './classify/index.js';
import { SOURCE_TREE, TEMPLATE_DIRECTORY } from './classify/names.js';
import { choresOf } from './chores.js';
import { entryPointsOf, subpathImportsOf } from './entry-points.js';
import { compare } from './listing.js';
import { Lockfiles } from './lockfiles/index.js';
import { declaresWorkspaces, dependenciesOf, directoryOf, isRecord, readManifest, stringOrNull, stringsOf } from './manifest.js';
import type { Manifest } from './manifest.js';
import { CompilerSettingsReader } from './path-mappings.js';
import { readFile } from './read-file.js';

export interface PackageLayout {
  /** Package directories, '' for the root always among them. */
  directories: ReadonlySet<string>;
  manifests: Map<string, Manifest>;
  shape: ProjectShape;
}

const TYPESCRIPT = /\.([cm]?)tsx?$/;

/** `client.js` beside `client.ts`. */
function findBesideTypeScript(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set(paths);
  const emitted = paths.filter((path) => TYPESCRIPT.test(path) && !/\.d\.[cm]?ts$/.test(path)).map((path) => path.replace(TYPESCRIPT, '.$1js'));
  return new Set(emitted.filter((path) => all.has(path)));
}

/** Which directories are packages. Manifests of tests, examples and scaffolds start none. */
export function findPackages(root: string, paths: readonly string[], diagnostics: Diagnostic[]): PackageLayout {
  const manifestPaths = paths.filter((path) => path === 'package.json' || path.endsWith('/package.json'));
  manifestPaths.sort((a, b) => depthOf(a) - depthOf(b) || compare(a, b));
  const shape = { scaffolds: findScaffolds(manifestPaths), withSourceTree: new Set<string>(), commandLine: new Set<string>(), chores: new Set<string>(), besideTypeScript: findBesideTypeScript(paths) };
  const manifests = new Map<string, Manifest>();
  for (const path of manifestPaths) {
    const parent = innermost(directoryOf(path), manifests);
    if (path !== 'package.json' && isAuxiliary(path, parent, shape)) continue;
    const manifest = readManifest(root, path, diagnostics);
    if (manifest !== null && (path === 'package.json' || describesProject(manifest))) manifests.set(manifest.directory, manifest);
  }
  for (const [directory, manifest] of manifests) if (directory !== '' && isCommandLineTool(manifest)) shape.commandLine.add(directory);
  for (const path of choresOf(manifests.values())) shape.chores.add(path);
  const directories = new Set(['', ...manifests.keys()]);
  for (const path of paths) {
    const directory = innermost(directoryOf(path), directories);
    const inside = directory === '' ? path : path.slice(directory.length + 1);
    if (inside.includes('/') && SOURCE_TREE.test(inside.slice(0, inside.indexOf('/')))) shape.withSourceTree.add(directory);
  }
  return { directories, manifests, shape };
}

/** Reads a command line or asks at a terminal. */
const TERMINAL_LIBRARY = /^(?:commander|yargs|cac|meow|sade|citty|clipanion|@oclif\/core|inquirer|@inquirer\/prompts|prompts|@clack\/prompts|gluegun|caporal|@caporal\/core)$/;
/** Serves, works off a queue, or keeps data: what a deployed program does. */
const SERVICE_LIBRARY =
  /^(?:express|fastify|koa|hono|next|restify|polka|h3|nitropack|@hapi\/hapi|@nestjs\/core|@adonisjs\/core|bullmq|bull|bee-queue|agenda|amqplib|kafkajs|nats|pg|postgres|mysql2?|mongodb|mongoose|redis|ioredis|better-sqlite3|@prisma\/client|typeorm|sequelize|knex|drizzle-orm|@mikro-orm\/core|@aws-sdk\/client-(?:sqs|dynamodb))$/;

/**
 * It installs a command and is called after that (`create-acme-app`, `@acme/cli`), or has what a command needs and nothing that a
 * service has. A server with a start command is none.
 */
function isCommandLineTool({ fields }: Manifest): boolean {
  if (fields['bin'] === undefined) return false;
  const name = typeof fields['name'] === 'string' ? fields['name'].replace(/^@[^/]+\//, '') : '';
  const dependencies = isRecord(fields['dependencies']) ? Object.keys(fields['dependencies']) : [];
  const isTool = dependencies.some((each) => TERMINAL_LIBRARY.test(each)) && !dependencies.some((each) => SERVICE_LIBRARY.test(each));
  return isTool || /^create-|(^|-)cli$/.test(name);
}

/** The innermost of the directories that is the directory or holds it; '' when none does. */
export function innermost(directory: string, directories: { has(directory: string): boolean }): string {
  let candidate = directory;
  while (candidate !== '' && !directories.has(candidate)) candidate = directoryOf(candidate);
  return candidate;
}

/** All packages in full. `sources` are the files that linking can know. */
export function describePackages(root: string, layout: PackageLayout, paths: ReadonlySet<string>, sources: ReadonlySet<string>, diagnostics: Diagnostic[]): PackageInfo[] {
  const lockfiles = new Lockfiles(paths, (path) => textOf(root, path));
  const named = new Map([...layout.manifests.values()].flatMap((manifest): [string, string][] => (typeof manifest.fields['name'] === 'string' ? [[manifest.fields['name'], manifest.directory]] : [])));
  const compiler = new CompilerSettingsReader(root, paths, named, diagnostics);
  const directories = [...layout.directories].sort(compare);
  return directories.map((directory) => describePackage(directory, layout.manifests.get(directory) ?? null, lockfiles, compiler, paths, sources));
}

function describePackage(directory: string, manifest: Manifest | null, lockfiles: Lockfiles, compiler: CompilerSettingsReader, paths: ReadonlySet<string>, sources: ReadonlySet<string>): PackageInfo {
  const { mappings, layout } = compiler.settingsFor(directory);
  const fields = manifest?.fields ?? {};
  const engines = isRecord(fields['engines']) ? fields['engines'] : {};
  const prefix = directory === '' ? '' : `${directory}/`;
  return {
    directory,
    name: stringOrNull(fields['name']),
    version: stringOrNull(fields['version']),
    manifestPath: manifest?.path ?? null,
    moduleType: fields['type'] === 'module' ? 'module' : 'commonjs',
    dependencies: manifest === null ? [] : dependenciesOf(manifest, (name, range) => lockfiles.lockedAs(directory, name, range)),
    lockFile: manifest === null ? null : lockfiles.fileFor(directory),
    registry: null,
    scripts: stringsOf(fields['scripts']),
    nodeRange: stringOrNull(engines['node']),
    entryPoints: manifest === null ? {} : entryPointsOf(manifest, layout, sources),
    subpathImports: manifest === null ? {} : subpathImportsOf(manifest, layout, sources),
    pathMappings: withFrameworkAliases(directory, fields, mappings),
    isWorkspaceRoot: (manifest !== null && declaresWorkspaces(manifest)) || paths.has(`${prefix}pnpm-workspace.yaml`) || paths.has(`${prefix}lerna.json`),
  };
}

const MAX_LOCK_BYTES = 64 * 1024 * 1024;

function textOf(root: string, path: string): string | null {
  const read = readFile(root, path, MAX_LOCK_BYTES);
  return 'skipped' in read ? null : read.bytes.toString('utf8');
}

/** `{ "type": "module" }` alone only tells Node.js how to read a directory. */
function describesProject(manifest: Manifest): boolean {
  return ['name', 'dependencies', 'devDependencies', 'scripts'].some((field) => field in manifest.fields);
}

function findScaffolds(manifestPaths: readonly string[]): Set<string> {
  const scaffolds = new Set<string>();
  for (const path of manifestPaths) {
    const segments = directoryOf(path).split('/');
    const index = segments.findIndex((segment) => TEMPLATE_DIRECTORY.test(segment));
    if (index >= 0) scaffolds.add(segments.join('/'));
  }
  return scaffolds;
}

function depthOf(path: string): number {
  return path.split('/').length;
}
