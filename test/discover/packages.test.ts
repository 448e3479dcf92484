import { describe, expect, it } from 'vitest';
import type { Inventory, PackageInfo } from '../../src/contracts/inventory.js';
import { DEFAULT_MAX_FILE_SIZE, discover } from '../../src/discover/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const CODE = 'export const a = 1;\n';

function look(files: Record<string, string | Buffer | object>): Inventory {
  return discover(temporaryTree(files), { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] });
}

function packageOf(files: Record<string, string | Buffer | object>, directory = ''): PackageInfo {
  const found = look(files).packages.find((candidate) => candidate.directory === directory);
  if (found === undefined) throw new Error(`no package in ${directory}`);
  return found;
}

describe('packages', () => {
  it('are the root, workspaces, and other directories with a manifest, each file belonging to the innermost', () => {
    const inventory = look({
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'packages/a/package.json': { name: '@x/a', type: 'module', version: '1.2.3', engines: { node: '>=20' } },
      'packages/a/src/index.ts': CODE,
      'packages/a/src/esm/package.json': { type: 'module' },
      'services/mail/package.json': { name: 'mail' },
      'services/mail/index.js': CODE,
      'test/fixtures/app/package.json': { name: 'fixture' },
      'examples/one/package.json': { name: 'example' },
      'index.js': CODE,
    });
    expect(inventory.packages.map(({ directory, name, isWorkspaceRoot }) => [directory, name, isWorkspaceRoot])).toEqual([
      ['', 'root', true],
      ['packages/a', '@x/a', false],
      ['services/mail', 'mail', false],
    ]);
    expect(inventory.packages[1]).toMatchObject({ moduleType: 'module', version: '1.2.3', nodeRange: '>=20', manifestPath: 'packages/a/package.json' });
    const owner = Object.fromEntries(inventory.files.map((file) => [file.path, file.package]));
    expect(owner).toMatchObject({ 'packages/a/src/index.ts': 'packages/a', 'services/mail/index.js': 'services/mail', 'index.js': '' });
  });

  it.each<[string, Record<string, string | object>]>([
    ['npm, yarn and bun', { 'package.json': { workspaces: ['apps/*'] } }],
    ['yarn 1 with nohoist', { 'package.json': { workspaces: { packages: ['apps/*'] } } }],
    ['pnpm', { 'package.json': {}, 'pnpm-workspace.yaml': 'packages:\n  - apps/*\n' }],
    ['lerna', { 'package.json': {}, 'lerna.json': { packages: ['apps/*'] } }],
  ])('of %s have a workspace root', (_tool, files) => {
    const inventory = look({ ...files, 'apps/api/package.json': { name: 'api' } });
    expect(inventory.packages.map(({ directory, isWorkspaceRoot }) => [directory, isWorkspaceRoot])).toEqual([['', true], ['apps/api', false]]);
  });

  it('without any manifest are one, without name', () => {
    expect(look({ 'a.js': CODE }).packages).toMatchObject([{ directory: '', name: null, manifestPath: null }]);
  });

  it('with a broken manifest are reported with the place, and the run goes on', () => {
    const inventory = look({ 'package.json': '{\n  "name": "x",\n  "version" 1\n}', 'a.js': CODE });
    expect(inventory.diagnostics).toMatchObject([{ code: 'invalid-manifest', severity: 'error', path: 'package.json', line: 3, column: 13, message: expect.stringContaining('expected ":" after the key "version"') }]);
    expect(inventory.packages).toMatchObject([{ name: null }]);
    expect(look({ 'package.json': '[]' }).diagnostics).toMatchObject([{ code: 'invalid-manifest', message: expect.stringContaining('expected an object') }]);
  });

  it('survive fields of the wrong kind', () => {
    const info = packageOf({ 'package.json': { name: 3, dependencies: ['x'], scripts: { a: 1, b: 'c' }, exports: 7, imports: 'x', engines: null, workspaces: 'x' } });
    expect(info).toMatchObject({ name: null, dependencies: [], scripts: { b: 'c' }, entryPoints: {}, subpathImports: {}, nodeRange: null });
  });

  it('know the line of each dependency', () => {
    const info = packageOf({ 'package.json': '{\n  "dependencies": {\n    "pg": "^8.0.0"\n  },\n  "devDependencies": {\n    "axios": "1"\n  }\n}' });
    expect(info.dependencies).toEqual([
      { name: 'axios', range: '1', kind: 'development', locked: null, deprecated: null, line: 6 },
      { name: 'pg', range: '^8.0.0', kind: 'runtime', locked: null, deprecated: null, line: 3 },
    ]);
  });
});

describe('entry points', () => {
  const source = { 'src/index.ts': CODE, 'src/db/index.ts': CODE, 'src/http.ts': CODE };

  it.each<[string, object, Record<string, string>, object?]>([
    ['main in dist', { main: 'dist/index.js' }, { '.': 'src/index.ts' }],
    ['a conditional export', { exports: { '.': { types: './dist/index.d.ts', import: './dist/index.mjs', require: './dist/index.cjs' } } }, { '.': 'src/index.ts' }],
    ['conditions without subpaths', { exports: { import: './dist/index.js' } }, { '.': 'src/index.ts' }],
    ['subpaths', { exports: { '.': './dist/index.js', './db': './dist/db/index.js', './gone': './dist/gone.js' } }, { '.': 'src/index.ts', './db': 'src/db/index.ts' }],
    ['a pattern', { exports: { './*': './dist/*.js' } }, { '.': 'src/index.ts', './*': 'src/*.js' }],
    ['nested output', { main: './dist/cjs/index.js' }, { '.': 'src/index.ts' }],
    ['output that keeps src', { main: './build/src/http.js' }, { '.': 'src/http.ts' }],
    ['source itself', { main: './src/http.ts' }, { '.': 'src/http.ts' }],
    ['nothing said', {}, { '.': 'src/index.ts' }],
    ['an output directory of its own', { main: './artifacts/http.js' }, { '.': 'src/http.ts' }, { compilerOptions: { outDir: './artifacts', rootDir: './src' } }],
    ['a target that climbs out', { exports: { '.': '../../etc/passwd' } }, { '.': 'src/index.ts' }],
  ])('%s', (_what, manifest, expected, tsconfig) => {
    expect(packageOf({ 'package.json': { name: 'x', ...manifest }, ...source, ...(tsconfig === undefined ? {} : { 'tsconfig.json': tsconfig }) }).entryPoints).toEqual(expected);
  });

  it('prefer the source to output that is committed', () => {
    expect(packageOf({ 'package.json': { main: 'dist/index.js' }, 'dist/index.js': CODE, ...source }).entryPoints).toEqual({ '.': 'src/index.ts' });
  });

  it('are relative to the root in a workspace package, the specific before the general', () => {
    const info = packageOf({ 'package.json': {}, 'packages/a/package.json': { name: 'a', exports: { './*': './dist/*.js', './db/*': './dist/db/*.js', '.': './dist/index.js' } }, 'packages/a/src/index.ts': CODE, 'packages/a/src/db/x.ts': CODE }, 'packages/a');
    expect(Object.entries(info.entryPoints)).toEqual([['.', 'packages/a/src/index.ts'], ['./db/*', 'packages/a/src/db/*.js'], ['./*', 'packages/a/src/*.js']]);
  });

  it('of # imports leave other packages out', () => {
    const info = packageOf({ 'package.json': { imports: { '#db': './dist/db/index.js', '#lib/*': './src/*', '#external': 'pg' } }, ...source });
    expect(info.subpathImports).toEqual({ '#db': 'src/db/index.ts', '#lib/*': 'src/*' });
  });
});

describe('path mappings', () => {
  it('are read with comments and trailing commas', () => {
    const info = packageOf({ 'package.json': {}, 'tsconfig.json': '{\n  // aliases\n  "compilerOptions": {\n    "baseUrl": "./src", /* here */\n    "paths": { "@/*": ["./*",], },\n  },\n}\n' });
    expect(info.pathMappings).toEqual({ source: 'tsconfig.json', baseUrl: 'src', paths: { '@/*': ['src/*'] } });
  });

  it('are relative to the configuration that sets them, without baseUrl too', () => {
    const info = packageOf({ 'package.json': {}, 'config/base.json': { compilerOptions: { paths: { '@lib/*': ['../lib/*'] } } }, 'tsconfig.json': { extends: './config/base.json' } });
    expect(info.pathMappings).toEqual({ source: 'config/base.json', baseUrl: null, paths: { '@lib/*': ['lib/*'] } });
  });

  it('merge a list of extended configurations, the last and the own winning', () => {
    const info = packageOf({
      'package.json': {},
      'a.json': { compilerOptions: { baseUrl: 'a', paths: { x: ['1'] } } },
      'b.json': { compilerOptions: { paths: { y: ['2'] } } },
      'tsconfig.json': { extends: ['./a', './b.json'], compilerOptions: { baseUrl: 'own' } },
    });
    expect(info.pathMappings).toMatchObject({ baseUrl: 'own', paths: { y: ['2'] } });
  });

  it('come from the nearest configuration above, from jsconfig, or from the base of an Nx repository', () => {
    const files = { 'package.json': {}, 'apps/api/package.json': { name: 'api' }, 'tsconfig.base.json': { compilerOptions: { paths: { '@x/a': ['libs/a/src/index.ts'] } } } };
    expect(packageOf(files, 'apps/api').pathMappings).toMatchObject({ source: 'tsconfig.base.json', paths: { '@x/a': ['libs/a/src/index.ts'] } });
    expect(packageOf({ 'package.json': {}, 'jsconfig.json': { compilerOptions: { baseUrl: '.' } } }).pathMappings).toEqual({ source: 'jsconfig.json', baseUrl: '', paths: {} });
  });

  it('follow extends into a package of the repository, and tolerate one that is not installed', () => {
    const info = packageOf({ 'package.json': {}, 'tooling/tsconfig/package.json': { name: '@x/tsconfig' }, 'tooling/tsconfig/base.json': { compilerOptions: { paths: { '~/*': ['${configDir}/src/*'] } } }, 'apps/api/package.json': { name: 'api' }, 'apps/api/tsconfig.json': { extends: ['@tsconfig/node20/tsconfig.json', '@x/tsconfig/base.json'] } }, 'apps/api');
    expect(info.pathMappings?.paths).toEqual({ '~/*': ['apps/api/src/*'] });
  });

  it('follow references of a solution configuration', () => {
    const info = packageOf({ 'package.json': {}, 'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] }, 'tsconfig.app.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } } });
    expect(info.pathMappings).toMatchObject({ source: 'tsconfig.app.json', paths: { '@/*': ['src/*'] } });
  });

  it('survive cycles, configurations outside the root and syntax errors, and say so', () => {
    expect(packageOf({ 'package.json': {}, 'tsconfig.json': { extends: './b.json', compilerOptions: { baseUrl: '.' } }, 'b.json': { extends: './tsconfig.json' } }).pathMappings).toMatchObject({ baseUrl: '' });
    expect(look({ 'package.json': {}, 'tsconfig.json': { extends: '../../base.json' } }).diagnostics).toMatchObject([{ code: 'tsconfig-outside-root', path: 'tsconfig.json' }]);
    expect(look({ 'package.json': {}, 'tsconfig.json': '{ "compilerOptions": { "paths": }' }).diagnostics).toMatchObject([{ code: 'invalid-tsconfig', severity: 'warning', line: 1, column: 33 }]);
  });
});

describe('a package that is a command-line tool', () => {
  const bin = { bin: { tool: './cli.js' } };

  it('is made of scripts, when it is called so and installs a command', () => {
    const inventory = look({
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'packages/create-app/package.json': { name: 'create-acme-app', ...bin },
      'packages/create-app/src/index.ts': CODE,
      'packages/cli/package.json': { name: '@acme/cli', ...bin },
      'packages/cli/src/index.ts': CODE,
      'packages/server/package.json': { name: '@acme/server', ...bin },
      'packages/server/src/index.ts': CODE,
      'packages/cli-tables/package.json': { name: '@acme/cli' },
      'packages/cli-tables/src/index.ts': CODE,
    });
    const classes = Object.fromEntries(inventory.files.filter((file) => file.path.endsWith('.ts')).map((file) => [file.path, file.class]));
    expect(classes).toEqual({
      'packages/create-app/src/index.ts': 'script',
      'packages/cli/src/index.ts': 'script',
      'packages/server/src/index.ts': 'source',
      'packages/cli-tables/src/index.ts': 'source',
    });
  });

  it('is one that talks to a terminal and has nothing of a service', () => {
    const inventory = look({
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'packages/acme/package.json': { name: 'acme', ...bin, dependencies: { commander: '14.0.0', axios: '1.9.0' } },
      'packages/acme/src/index.ts': CODE,
      'packages/worker/package.json': { name: 'worker', ...bin, dependencies: { commander: '14.0.0', bullmq: '5.0.0' } },
      'packages/worker/src/index.ts': CODE,
    });
    const classOf = (path: string) => inventory.files.find((file) => file.path === path)?.class;
    expect([classOf('packages/acme/src/index.ts'), classOf('packages/worker/src/index.ts')]).toEqual(['script', 'source']);
  });

  it('is audited when it is what the audit was asked for', () => {
    const inventory = look({ 'package.json': { name: 'acme-cli', ...bin }, 'src/index.ts': CODE });
    expect(inventory.files.find((file) => file.path === 'src/index.ts')?.class).toBe('source');
  });
});

describe('names of folders that a framework makes', () => {
  it('are known where the package uses it, and give way to those of the tsconfig', () => {
    const kit = packageOf({ 'apps/web/package.json': { name: 'web', devDependencies: { '@sveltejs/kit': '2.0.0' } }, 'apps/web/src/a.ts': CODE }, 'apps/web');
    expect(kit.pathMappings?.paths).toEqual({ $lib: ['apps/web/src/lib'], '$lib/*': ['apps/web/src/lib/*'] });
    const nuxt = packageOf({ 'package.json': { name: 'web', dependencies: { nuxt: '4.0.0' } }, 'tsconfig.json': { compilerOptions: { baseUrl: '.', paths: { '~/*': ['web/*'] } } }, 'a.ts': CODE });
    expect(nuxt.pathMappings?.paths['~/*']).toEqual(['web/*']);
    expect(packageOf({ 'package.json': { name: 'web' }, 'a.ts': CODE }).pathMappings).toBeNull();
  });
});
