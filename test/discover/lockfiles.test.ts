import { describe, expect, it } from 'vitest';
import { DEFAULT_MAX_FILE_SIZE, discover } from '../../src/discover/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const MANIFEST = { dependencies: { pg: '^8.0.0', '@nestjs/core': '^10.0.0', shared: 'workspace:*' } };

/** Locked versions of the dependencies in the package of a directory. */
function locked(lockfile: string, content: string | object, directory = ''): Record<string, string | null> {
  const root = temporaryTree({ 'package.json': MANIFEST, 'apps/api/package.json': { name: 'api', ...MANIFEST }, [lockfile]: content });
  const inventory = discover(root, { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] });
  const dependencies = inventory.packages.find((info) => info.directory === directory)?.dependencies ?? [];
  return Object.fromEntries(dependencies.map((dependency) => [dependency.name, dependency.locked]));
}

describe('package-lock.json', () => {
  it('of version 1', () => {
    expect(locked('package-lock.json', { lockfileVersion: 1, dependencies: { pg: { version: '8.11.3' } } })).toEqual({ pg: '8.11.3', '@nestjs/core': null, shared: null });
  });

  it('of versions 2 and 3, with versions of their own in workspaces', () => {
    const lock = { lockfileVersion: 3, packages: { 'node_modules/pg': { version: '8.11.3' }, 'apps/api/node_modules/pg': { version: '8.12.0' }, 'node_modules/@nestjs/core': { version: '10.4.1' }, 'node_modules/shared': { link: true, resolved: 'packages/shared' } } };
    expect(locked('package-lock.json', lock)).toEqual({ pg: '8.11.3', '@nestjs/core': '10.4.1', shared: null });
    expect(locked('package-lock.json', lock, 'apps/api')).toEqual({ pg: '8.12.0', '@nestjs/core': '10.4.1', shared: null });
  });
});

describe('pnpm-lock.yaml', () => {
  it('of version 9', () => {
    const lock = "lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n\nimporters:\n\n  .:\n    dependencies:\n      pg:\n        specifier: ^8.0.0\n        version: 8.11.3(pg-native@3.0.1)\n  apps/api:\n    dependencies:\n      '@nestjs/core':\n        specifier: ^10.0.0\n        version: 10.4.1(@nestjs/common@10.4.1(rxjs@7.8.1))\n      shared:\n        specifier: workspace:*\n        version: link:../../packages/shared\n\npackages:\n\n  pg@8.11.3:\n    resolution: {integrity: sha512-x}\n";
    expect(locked('pnpm-lock.yaml', lock)).toEqual({ pg: '8.11.3', '@nestjs/core': null, shared: null });
    expect(locked('pnpm-lock.yaml', lock, 'apps/api')).toEqual({ pg: null, '@nestjs/core': '10.4.1', shared: null });
  });

  it('of version 6, without importers', () => {
    expect(locked('pnpm-lock.yaml', "lockfileVersion: '6.0'\n\ndependencies:\n  pg:\n    specifier: ^8.0.0\n    version: 8.11.3\n\npackages:\n\n  /pg@8.11.3:\n    dev: false\n")).toMatchObject({ pg: '8.11.3' });
  });

  it('of version 5', () => {
    expect(locked('pnpm-lock.yaml', 'lockfileVersion: 5.4\n\nspecifiers:\n  pg: ^8.0.0\n\ndependencies:\n  pg: 8.11.3_pg-native@3.0.1\n\npackages:\n\n  /pg/8.11.3:\n    dev: false\n')).toMatchObject({ pg: '8.11.3' });
  });
});

describe('yarn.lock', () => {
  it('of Yarn 1', () => {
    expect(locked('yarn.lock', '# yarn lockfile v1\n\n\n"@nestjs/core@^10.0.0":\n  version "10.4.1"\n  resolved "https://x"\n  dependencies:\n    uid "2.0.2"\n\npg@^8.0.0, pg@^8.1.0:\n  version "8.11.3"\n')).toEqual({ pg: '8.11.3', '@nestjs/core': '10.4.1', shared: null });
  });

  it('of Yarn 4', () => {
    expect(locked('yarn.lock', '__metadata:\n  version: 8\n\n"@nestjs/core@npm:^10.0.0":\n  version: 10.4.1\n  resolution: "@nestjs/core@npm:10.4.1"\n\n"pg@npm:^8.0.0, pg@npm:^8.1.0":\n  version: 8.11.3\n\n"shared@workspace:*, shared@workspace:packages/shared":\n  version: 0.0.0-use.local\n')).toEqual({ pg: '8.11.3', '@nestjs/core': '10.4.1', shared: null });
  });
});

describe('bun.lock', () => {
  it('with trailing commas and versions of their own in workspaces', () => {
    const lock = '{\n  "lockfileVersion": 1,\n  "workspaces": { "": { "name": "root" }, "apps/api": { "name": "api" }, },\n  "packages": {\n    "pg": ["pg@8.11.3", "", {}, "sha512-x"],\n    "api/pg": ["pg@8.12.0", "", {}, "sha512-y"],\n    "@nestjs/core": ["@nestjs/core@10.4.1", "", {}, "sha512-z"],\n    "shared": ["shared@workspace:packages/shared"],\n  }\n}\n';
    expect(locked('bun.lock', lock)).toEqual({ pg: '8.11.3', '@nestjs/core': '10.4.1', shared: null });
    expect(locked('bun.lock', lock, 'apps/api')).toMatchObject({ pg: '8.12.0' });
  });
});

it.each(['package-lock.json', 'pnpm-lock.yaml', 'bun.lock', 'yarn.lock'])('a broken %s says nothing', (name) => {
  expect(locked(name, '{ [ : broken')).toEqual({ pg: null, '@nestjs/core': null, shared: null });
});

/** The registry's notices of the dependencies at the root. */
function notices(lockfile: string, content: string | object): Record<string, string | null> {
  const root = temporaryTree({ 'package.json': MANIFEST, [lockfile]: content });
  const { packages } = discover(root, { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] });
  return Object.fromEntries(packages[0]!.dependencies.map(({ name, deprecated }) => [name, deprecated]));
}

describe('what the registry says against a version', () => {
  it('is kept by npm', () => {
    const lock = { lockfileVersion: 3, packages: { 'node_modules/pg': { version: '8.11.3', deprecated: 'use another' }, 'node_modules/@nestjs/core': { version: '10.4.1' } } };
    expect(notices('package-lock.json', lock)).toEqual({ pg: 'use another', '@nestjs/core': null, shared: null });
  });

  it('is kept by pnpm, for that version alone', () => {
    const lock = "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      pg:\n        specifier: ^8.0.0\n        version: 8.11.3(pg-native@3.0.1)\n      '@nestjs/core':\n        specifier: ^10.0.0\n        version: 10.4.1\n\npackages:\n\n  '@nestjs/core@10.4.1':\n    resolution: {integrity: sha512-x}\n    deprecated: 'moved: see elsewhere'\n\n  pg@8.0.0:\n    deprecated: old\n\n  pg@8.11.3:\n    resolution: {integrity: sha512-x}\n";
    expect(notices('pnpm-lock.yaml', lock)).toEqual({ pg: null, '@nestjs/core': 'moved: see elsewhere', shared: null });
  });
});

describe('the lock file of a package', () => {
  const lockFileOf = (files: Record<string, string | object>, directory: string) => {
    const root = temporaryTree({ 'package.json': MANIFEST, 'apps/api/package.json': { name: 'api' }, ...files });
    return discover(root, { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] }).packages.find((info) => info.directory === directory)?.lockFile;
  };

  it('is the nearest one above', () => {
    expect(lockFileOf({ 'yarn.lock': '# yarn lockfile v1\n' }, 'apps/api')).toEqual({ path: 'yarn.lock', readable: true });
    expect(lockFileOf({ 'yarn.lock': '# yarn lockfile v1\n', 'apps/api/package-lock.json': { lockfileVersion: 3 } }, 'apps/api')).toEqual({ path: 'apps/api/package-lock.json', readable: true });
    expect(lockFileOf({}, 'apps/api')).toBeNull();
  });

  it('is there but says nothing when it is binary or broken', () => {
    expect(lockFileOf({ 'bun.lockb': '#!/usr/bin/env bun\nbun-lockfile-format-v0' }, '')).toEqual({ path: 'bun.lockb', readable: false });
    expect(lockFileOf({ 'package-lock.json': '{ "broken"' }, '')).toEqual({ path: 'package-lock.json', readable: false });
  });
});
