/**
 * Reads the compiler options that decide how names are resolved, from `tsconfig.json` or `jsconfig.json` through `extends`
 * and project references. https://www.typescriptlang.org/tsconfig (TypeScript 6.0). Nothing outside the root is read, and a
 * configuration of a package that is not installed is passed over.
 */
import { npmPackageOf } from '../contracts/package-name.js';
import type { Diagnostic, PathMappings } from '../contracts/inventory.js';
import type { OutputLayout } from './entry-points.js';
import { parseJsonText } from './json-text.js';
import type { ParsedDocument } from './json-text.js';
import { directoryOf, isRecord, joinInside, stringOrNull } from './manifest.js';
import { readFile } from './read-file.js';

export interface CompilerSettings {
  mappings: PathMappings | null;
  layout: OutputLayout;
}

/** In the order in which one is taken for the whole package; `tsconfig.base.json` holds the paths of an Nx repository. */
const CONFIG_NAMES = ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json'];
const MAX_EXTENDS = 20;
const MAX_CONFIG_BYTES = 1024 * 1024;

interface Options {
  /** Root-relative path of the configuration that sets the paths, or the outermost one. */
  source: string;
  baseUrl: string | null;
  paths: Record<string, string[]> | null;
  outDir: string | null;
  rootDir: string | null;
}

export class CompilerSettingsReader {
  private readonly parsed = new Map<string, ParsedDocument | null>();

  /**
   * @param packageDirectories name → directory of the packages in the repository, for `extends: "@acme/tsconfig/base.json"`
   */
  constructor(
    private readonly root: string,
    private readonly files: ReadonlySet<string>,
    private readonly packageDirectories: ReadonlyMap<string, string>,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** Settings for the package in a directory: of its own configuration, else of the nearest one above. */
  settingsFor(directory: string): CompilerSettings {
    for (let current: string | null = directory; current !== null; current = current === '' ? null : directoryOf(current)) {
      const prefix = current === '' ? '' : `${current}/`;
      const name = CONFIG_NAMES.find((candidate) => this.files.has(prefix + candidate));
      if (name !== undefined) return this.toSettings(this.load(prefix + name, prefix.slice(0, -1), []), directory);
    }
    return { mappings: null, layout: { outDir: null, rootDir: null } };
  }

  private toSettings(options: Options, directory: string): CompilerSettings {
    const { source, baseUrl, paths } = options;
    const relative = (path: string | null) => (path === null ? null : directory === '' ? path : path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path === directory ? '' : null);
    return {
      mappings: baseUrl === null && paths === null ? null : { source, baseUrl, paths: paths ?? {} },
      layout: { outDir: relative(options.outDir), rootDir: relative(options.rootDir) },
    };
  }

  /** `configDirectory` is what `${configDir}` stands for: the directory of the configuration that everything starts from. */
  private load(path: string, configDirectory: string, above: readonly string[]): Options {
    const merged: Options = { source: path, baseUrl: null, paths: null, outDir: null, rootDir: null };
    const document = this.parse(path);
    if (document === null || above.includes(path) || above.length >= MAX_EXTENDS) return merged;
    const config = document.value;
    if (!isRecord(config)) return merged;
    const chain = [...above, path];
    for (const parent of arrayOf(config['extends'])) {
      const target = this.locateExtended(parent, path);
      if (target !== null) overlay(merged, this.load(target, configDirectory, chain));
    }
    overlay(merged, ownOptions(config, path, configDirectory));
    if (merged.paths === null && merged.baseUrl === null) this.addReferenced(merged, config, path, chain);
    return merged;
  }

  /** A "solution" configuration only refers to others: the first of them that maps paths speaks for it. */
  private addReferenced(merged: Options, config: Record<string, unknown>, path: string, chain: readonly string[]): void {
    for (const reference of arrayOf(config['references'])) {
      const written = isRecord(reference) ? stringOrNull(reference['path']) : null;
      const target = written === null ? null : joinInside(directoryOf(path), written);
      if (target === null) continue;
      const file = [target, `${target}/tsconfig.json`].find((candidate) => this.files.has(candidate));
      // A reference to another directory is another package, with mappings of its own.
      if (file === undefined || directoryOf(file) !== directoryOf(path)) continue;
      const options = this.load(file, directoryOf(file), chain);
      if (options.paths === null && options.baseUrl === null) continue;
      overlay(merged, options);
      return;
    }
  }

  private locateExtended(written: unknown, from: string): string | null {
    if (typeof written !== 'string' || written === '') return null;
    if (/^\.{0,2}\//.test(written) || written === '.' || written === '..') {
      const target = written.startsWith('/') ? null : joinInside(directoryOf(from), written);
      if (target === null) {
        this.diagnostics.push({ code: 'tsconfig-outside-root', severity: 'hint', message: `${from} extends ${written}, which is outside the audited directory`, path: from, hint: 'audit the repository root, so that path aliases can be followed' });
        return null;
      }
      return this.firstOf(target);
    }
    const name = npmPackageOf(written);
    const directory = this.packageDirectories.get(name);
    if (directory === undefined) return null;
    const inside = joinInside(directory, written.slice(name.length + 1));
    return inside === null ? null : this.firstOf(inside);
  }

  private firstOf(target: string): string | null {
    return [target, `${target}.json`, `${target}/tsconfig.json`].find((candidate) => this.files.has(candidate)) ?? null;
  }

  private parse(path: string): ParsedDocument | null {
    const known = this.parsed.get(path);
    if (known !== undefined) return known;
    const read = readFile(this.root, path, MAX_CONFIG_BYTES);
    const result = 'skipped' in read ? null : parseJsonText(read.bytes.toString('utf8'));
    const document = result !== null && 'document' in result ? result.document : null;
    if (result !== null && 'problem' in result && result.problem.message !== '') {
      const { message, position } = result.problem;
      this.diagnostics.push({ code: 'invalid-tsconfig', severity: 'warning', message: `${path} is not valid: ${message}`, path, ...position, hint: 'correct the file; until then its path aliases are not followed' });
    }
    this.parsed.set(path, document);
    return document;
  }
}

function ownOptions(config: Record<string, unknown>, path: string, configDirectory: string): Options {
  const options = isRecord(config['compilerOptions']) ? config['compilerOptions'] : {};
  const directory = directoryOf(path);
  const resolve = (base: string, written: string) => {
    const templated = /^\$\{configDir\}\/?/.exec(written);
    return templated === null ? joinInside(base, written) : joinInside(configDirectory, written.slice(templated[0].length));
  };
  const folder = (name: string) => {
    const written = stringOrNull(options[name]);
    return written === null ? null : resolve(directory, written);
  };
  const baseUrl = folder('baseUrl');
  const written = isRecord(options['paths']) ? options['paths'] : null;
  const paths = written === null ? null : Object.fromEntries(Object.entries(written).map(([pattern, targets]) => [pattern, arrayOf(targets).flatMap((target) => (typeof target === 'string' ? (resolve(baseUrl ?? directory, target) ?? []) : []))]));
  return { source: path, baseUrl, paths, outDir: folder('outDir'), rootDir: folder('rootDir') };
}

/** What the nearer configuration says replaces what it inherits, option by option. */
function overlay(below: Options, above: Options): void {
  if (above.paths !== null || above.baseUrl !== null) below.source = above.source;
  below.baseUrl = above.baseUrl ?? below.baseUrl;
  below.paths = above.paths ?? below.paths;
  below.outDir = above.outDir ?? below.outDir;
  below.rootDir = above.rootDir ?? below.rootDir;
}

function arrayOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
