/** The laws of the house, checked on the house itself. An exception stands in `architecture-exceptions.json`, with its reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import exceptions from './architecture-exceptions.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
const MAX_FILE_LINES = 250;
const MAX_FUNCTION_LINES = 40;

const STAGES = ['discover', 'extract', 'cache', 'link', 'evaluate', 'score', 'report', 'rulebook'];
/** Room → the rooms it may import. The files directly in `src` are rooms of their own, named after the file. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contracts: ['contracts'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, [stage, 'contracts']])),
  audit: ['audit', ...STAGES, 'contracts'],
  index: ['audit', 'contracts', 'version'],
  version: [],
  cli: ['cli', 'audit', ...STAGES, 'contracts', 'version'],
  'write-schemas': ['cli', 'report', 'rulebook'],
};
/** What a file may import from outside, by where it stands. Anything that is not listed may not be imported. */
const EXTERNAL_HOMES: Record<string, readonly RegExp[]> = {
  'ts-morph': [/^extract\//],
  yaml: [/^rulebook\//, /^discover\//, /^extract\/documents\//],
  'fast-glob': [/^discover\//],
  ignore: [/^discover\//, /^evaluate\//],
  semver: [/^evaluate\//, /^discover\//, /^rulebook\//],
  commander: [/^cli\//],
  chalk: [/^cli\//, /^report\/terminal\//],
  'string-width': [/^report\/terminal\//, /^cli\//],
  sarif: [/^report\/sarif\//],
  zod: [/^rulebook\//, /^report\//, /^cli\//],
  'node:fs': [/^discover\//, /^cache\//, /^rulebook\//, /^cli\//, /^write-schemas\.ts$/],
  'node:child_process': [/^discover\//],
  'node:module': [/^version\.ts$/, /^extract\/(?:compiler|parser-version)\.ts$/],
  'node:zlib': [/^audit\//, /^cache\//],
  'node:os': [/^cli\//, /^discover\/registry\//],
  'node:path': [/^discover\//, /^cache\//, /^rulebook\//, /^cli\//, /^audit/],
  'node:url': [/^rulebook\//, /^cli\//, /^audit/, /^write-schemas\.ts$/],
  'node:crypto': [/^audit\//, /^cache\//, /^score\//, /^report\//, /^extract\//, /^rulebook\//, /^cli\//],
};

interface SourceFile {
  /** Relative to `src`. */
  path: string;
  text: string;
  tree: ts.SourceFile;
}

const sources = filesUnder('src').map((path): SourceFile => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path: relative('src', path), text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
});
const tests = filesUnder('test');

describe('imports', () => {
  it('go down the layers only, and no stage imports a stage', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => roomOf(join(dirname(file.path), specifier)))
        .filter((target) => !(MAY_IMPORT[roomOf(file.path)] ?? []).includes(target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(without(wrong, 'imports')).toEqual([]);
  });

  it('of libraries and of Node.js stand where the library has its home', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith('.'))
        .filter((specifier) => !(EXTERNAL_HOMES[packageOf(specifier)] ?? []).some((home) => home.test(file.path)))
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(without(wrong, 'imports')).toEqual([]);
  });

  it('from outside a room go through its index, or are listed', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => join(dirname(file.path), specifier))
        .filter((target) => STAGES.includes(roomOf(target)) && roomOf(target) !== roomOf(file.path) && !/^\w+\/index\.js$/.test(target))
        .map((target) => `${file.path} imports ${target.replace(/\.js$/, '.ts')}`),
    );
    expect(without(wrong, 'imports')).toEqual([]);
  });

  it('of contracts need no run-time besides the words of the contracts', () => {
    const wrong = sources.filter((file) => roomOf(file.path) === 'contracts').flatMap((file) => importsOf(file).filter((specifier) => !specifier.startsWith('./')));
    expect(wrong).toEqual([]);
  });
});

describe('what is loaded at once, before it is known to be needed', () => {
  it('by --version and --help: the names of commands and options', () => {
    const loaded = loadedWith('cli/main.ts');
    expect([...loaded.files].filter((path) => !/^(?:cli|contracts)\//.test(path))).toEqual(['version.ts']);
    expect([...loaded.libraries].filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
  });

  it('by an audit: no schemas, no compiler of rules, nothing of ts-morph but the parser', () => {
    const { files, libraries } = loadedWith('audit.ts');
    expect([...libraries].filter((name) => ['zod', 'ts-morph', 'commander', 'chalk'].includes(name))).toEqual([]);
    expect([...files].filter((path) => /^rulebook\/(?:vocabulary\/|rule-schema|directory)/.test(path))).toEqual([]);
    expect([...loadedWith('cli/audit-command.ts').libraries]).not.toContain('zod');
  });

  it('by an audit whose facts are all known: no parser', () => {
    const { files } = loadedWith('cli/audit-command.ts');
    expect([...files].filter((path) => /^extract\/(?:compiler|extract-source|walk)/.test(path))).toEqual([]);
  });
});

it('only the command line knows process and console', () => {
  const wrong = sources.filter((file) => roomOf(file.path) !== 'cli').flatMap((file) => globalsUsed(file, ['process', 'console']).map((name) => `${file.path} uses ${name}`));
  expect(without(wrong, 'globals')).toEqual([]);
});

it('nobody ends the process, which would cut off pending output', () => {
  expect(sources.filter((file) => callsOf(file).some((callee) => /^process\.(?:exit|abort|kill)$/.test(callee))).map((file) => file.path)).toEqual([]);
});

describe('size', () => {
  it(`a file has at most ${MAX_FILE_LINES} lines`, () => {
    const wrong = sources.filter((file) => linesOf(file.text) > MAX_FILE_LINES).map((file) => file.path);
    expect(without(wrong, 'longFiles')).toEqual([]);
  });

  it(`a function has at most ${MAX_FUNCTION_LINES} lines`, () => {
    expect(without(sources.flatMap(longFunctions), 'longFunctions')).toEqual([]);
  });
});

describe('tests', () => {
  it('stand in directories that mirror src', () => {
    const directories = new Set(tests.filter((path) => path.endsWith('.test.ts')).map((path) => relative('test', dirname(path))));
    const wrong = [...directories].filter((directory) => directory !== '' && !existsSync(join(ROOT, 'src', directory)));
    expect(without(wrong, 'testDirectories')).toEqual([]);
  });

  it('are all run', () => {
    const wrong = tests.filter((path) => /\b(?:describe|it|test)\.(?:only|skip|skipIf|runIf|todo|fails)\b/.test(withoutStrings(path)));
    expect(wrong).toEqual([]);
  });
});

it('nothing refers to a place beside the repository', () => {
  const place = ['..', 'shared'].join('/');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  const wrong = listed
    .filter((path) => /\.(?:[cm]?[jt]s|json|ya?ml|md)$/.test(path) && existsSync(join(ROOT, path)))
    .filter((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return text.includes(`/work/${'shared'}`) || [...text.matchAll(new RegExp(`(?:\\.\\./)*${place.replaceAll('.', '\\.')}\\b`, 'g'))].some((match) => leavesRepository(path, match[0]));
    });
  expect(wrong).toEqual([]);
});

it('every exception is still needed', () => {
  const known = new Set(sources.map((file) => file.path));
  const stale = [...Object.keys(exceptions.longFiles), ...Object.keys(exceptions.longFunctions).map((name) => name.split('#')[0] ?? '')].filter((path) => !known.has(path));
  const small = Object.keys(exceptions.longFiles).filter((path) => sources.some((file) => file.path === path && linesOf(file.text) <= MAX_FILE_LINES));
  const long = new Set(sources.flatMap(longFunctions));
  const short = Object.keys(exceptions.longFunctions).filter((name) => !long.has(name));
  expect([...stale, ...small, ...short]).toEqual([]);
});

function filesUnder(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(directory, name))
    .sort();
}

/** The room of a path relative to `src`: its first directory, or the name of a file that stands in `src` itself. */
function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path.replace(/\.[jt]s$/, '');
}

/** All that stands behind the imports of a file, without types and without what is imported when it is needed. */
function loadedWith(entry: string): { files: Set<string>; libraries: Set<string> } {
  const files = new Set<string>();
  const libraries = new Set<string>();
  const load = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    const file = sources.find((source) => source.path === path);
    for (const statement of file?.tree.statements ?? []) {
      if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || statement.moduleSpecifier === undefined) continue;
      if (ts.isExportDeclaration(statement) ? statement.isTypeOnly : statement.importClause?.isTypeOnly === true) continue;
      const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
      if (specifier.startsWith('.')) load(join(dirname(path), specifier).replace(/\.js$/, '.ts'));
      else libraries.add(packageOf(specifier));
    }
  };
  load(entry);
  files.delete(entry);
  return { files, libraries };
}

function packageOf(specifier: string): string {
  return specifier.startsWith('node:') ? specifier.split('/')[0]! : specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Specifiers of static, dynamic and re-exporting imports, types included. */
function importsOf({ tree }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) found.push((node.moduleSpecifier as ts.StringLiteral).text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0]!)) found.push(node.arguments[0].text);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) found.push(node.argument.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Global names that are used as values; a property or a type of the same name is none. */
function globalsUsed({ tree }: SourceFile, names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.includes(node.text)) {
      const { parent } = node;
      const isMember = (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isQualifiedName(parent);
      if (!isMember) found.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...found];
}

/** What is called, as it is written. */
function callsOf({ tree }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node.expression.getText(tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function longFunctions({ path, tree }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = tree.getLineAndCharacterOfPosition(node.end).line - tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      if (lines > MAX_FUNCTION_LINES) found.push(`${path}#${nameOf(node)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'anonymous';
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** The text of a test file without its string literals, which may speak of anything. */
function withoutStrings(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?![/*])(?:[^/\\\n]|\\.)+\//g, "''");
}

/** Does a relative path, seen from a file of the repository, lead out of it? Fixtures have directories called `shared` of their own. */
function leavesRepository(path: string, reference: string): boolean {
  return relative(ROOT, join(ROOT, dirname(path), reference)).startsWith('..') || path.split('/').length === 1;
}

function without(found: readonly string[], kind: keyof typeof exceptions): string[] {
  return found.filter((name) => !(name in exceptions[kind]));
}
