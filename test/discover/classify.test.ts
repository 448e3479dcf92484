import { describe, expect, it } from 'vitest';
import type { FileClass } from '../../src/contracts/inventory.js';
import { DEFAULT_MAX_FILE_SIZE, discover } from '../../src/discover/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const CODE = 'export const answer = 42;\n';
const TEST_CASE = "describe('answer', () => { it('is 42', () => { expect(42).toBe(42); }); });\n";

function classesOf(files: Record<string, string | Buffer | object>): Record<string, FileClass> {
  const inventory = discover(temporaryTree(files), { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] });
  return Object.fromEntries(inventory.files.map((file) => [file.path, file.class]));
}

/** Class of one file with the content, beside a package.json and a `src` directory. */
function classOf(path: string, content: string | Buffer = CODE): FileClass | undefined {
  return classesOf({ 'package.json': { name: 'service' }, 'src/index.ts': CODE, [path]: content })[path];
}

describe('production source', () => {
  it.each([
    'src/orders/orders.service.ts',
    'server.js',
    'routes/users.js',
    'bin/www.js',
    'lib/settings.cjs',
    'src/config/database.config.ts',
    'knexfile.js',
    'payload.config.ts',
    'mikro-orm.config.ts',
    'src/types/express.d.ts',
    'app/api/orders/route.ts',
    'app/page.tsx',
    'pages/api/login.ts',
    'middleware.ts',
    'next.config.mjs',
    'apps/api/src/main.ts',
    'src/templates/welcome-mail.ts',
    'src/build/build.service.ts',
    'src/docs/swagger.ts',
    'src/tools/search.ts',
  ])('%s', (path) => {
    expect(classOf(path)).toBe('source');
  });

  it.each([
    ['bin/www', '#!/usr/bin/env node\n', 'source'],
    ['apps/api/bin/server', '#!/usr/bin/env -S node --enable-source-maps\n', 'source'],
    ['bin/console', '#!/usr/bin/env bash\n', 'other'],
    ['bin/www', '', 'other'],
    ['deploy/www', '#!/usr/bin/env node\n', 'other'],
  ])('%s without an extension, beginning with %j', (path, first, expected) => {
    expect(classOf(path, `${first}${CODE}`)).toBe(expected);
  });

  it.each([
    ['a module of the domain called tests', 'src/modules/tests/tests.controller.ts'],
    ['its service', 'src/modules/tests/tests.service.ts'],
    ['a debug route left behind', 'app/api/test/route.ts'],
    ['a route deeper down', 'app/api/internal/test/route.ts'],
    ['vendors of a marketplace', 'src/modules/vendor/vendor.service.ts'],
    ['vendors under an API', 'src/api/vendors/index.ts'],
    ['end-to-end encryption', 'src/e2e/key-exchange.ts'],
    ['product specifications', 'src/modules/specs/specs.service.ts'],
    ['a module about migrating customers', 'src/migration/migration.service.ts'],
    ['a module about scripts', 'src/modules/scripts/scripts.controller.ts'],
    ['a file that is called test and is routed', 'src/routes/test.ts'],
    ['prompts with examples', 'src/examples/few-shot.ts'],
    ['an integration with a partner', 'src/payments/stripe.integration.ts'],
  ])('%s', (_what, path) => {
    expect(classOf(path)).toBe('source');
  });
});

describe('tests', () => {
  it.each([
    'src/orders/orders.service.test.ts',
    'src/orders/orders.service.spec.tsx',
    'src/orders/__tests__/orders.ts',
    'src/orders/__mocks__/pool.js',
    'src/test/helpers.ts',
    'src/users/test/factory.ts',
    'test/app.e2e-spec.ts',
    'test/helpers.js',
    'tests/fixtures/app/server.js',
    'e2e/login.ts',
    'cypress/support/commands.ts',
    'spec/helper.js',
    'mocks/handlers.ts',
    'integration-tests/api/setup.js',
    'apps/api/test/helpers.ts',
    'apps/api-e2e/src/api.ts',
    'playwrighte2e/utils/config.ts',
    'playwright-tests/helpers/login.ts',
    'packages/core/__tests__/a.ts',
    'server/tests/login.js',
    'jest.setup.ts',
    'src/db.mock.ts',
    'src/__test_utils__/factories.ts',
    'packages/app-tests/support/login.ts',
    'packages/acme-test-utils/src/database.ts',
    'test-client/server/fake-data.ts',
    'tests-api/users.ts',
    'server/testutils/createUserToken.ts',
    'src/testHelpers/graphql.ts',
    'services/local/mock-cf-api/index.js',
    'packages/fake-smtp-server/index.js',
    'lib/testServer.js',
    'src/libraries/test-helpers.ts',
    'mockdata/index.js',
    'packages/core/src/parserTestUtils.ts',
    'src/utils/testing/populate.ts',
  ])('%s', (path) => {
    expect(classOf(path)).toBe('test');
  });

  it.each(['src/drivers/mysql/test.js', 'src/modules/tests/tests.spec-helper.ts', 'src/e2e/login.ts', 'src/specs/login.ts'])('%s, told by its content', (path) => {
    expect(classOf(path, TEST_CASE)).toBe('test');
  });

  it('leaves out the databases that containers start for developers', () => {
    expect(classOf('docker/dev/dns.sql', 'CREATE TABLE domains (id INT);')).toBe('other');
    expect(classOf('docker/init.sql', 'CREATE TABLE domains (id INT);')).toBe('schema');
  });

  it('knows a script by what it asks, unless it is the program', () => {
    const asks = "const inquirer = require('inquirer');\n";
    expect(classOf('first-time-setup.js', asks)).toBe('script');
    expect(classOf('extra/deploy.js', 'const rl = readline.createInterface({ input: process.stdin });\n')).toBe('script');
    expect(classOf('index.js', asks)).toBe('source');
    expect(classOf('src/setup.js', asks)).toBe('source');
  });

  it('knows a test helper by what it imports', () => {
    expect(classOf('src/support/harness.ts', "import { Test } from '@nestjs/testing';\n")).toBe('test');
    expect(classOf('performance/load.js', "import http from 'k6/http';\nexport default () => http.get('http://localhost');\n")).toBe('test');
  });

  it('knows a program that shows how the project is used', () => {
    expect(classOf('src/usage.js', "const client = require('nodemailer');\nclient.send();\n")).toBe('other');
    expect(classOf('src/usage.ts', 'export const usageOf = (team) => team.usage;\n')).toBe('source');
  });

  it('knows a function that is a whole file to be no module', () => {
    expect(classOf('ddocs/views/by_name/map.js', '/* by name */\nfunction (doc) {\n  emit(doc.name);\n}\n')).toBe('other');
    expect(classOf('src/broken.js', 'function ( {\n')).toBe('source');
    expect(classOf('src/by-name.js', '(function () { start(); })();\n')).toBe('source');
    expect(classOf('src/named.js', 'function byName(doc) { return doc.name; }\n')).toBe('source');
  });

  it('takes manifests, environment files and schemas of tests along', () => {
    const classes = classesOf({ 'package.json': {}, 'test/fixtures/app/package.json': { name: 'x' }, 'test/.env': 'A=1', 'test/db/schema.prisma': 'model A { id Int @id }' });
    expect(classes).toMatchObject({ 'test/fixtures/app/package.json': 'test', 'test/.env': 'test', 'test/db/schema.prisma': 'test' });
  });
});

describe('other classes by path', () => {
  it.each<[string, FileClass]>([
    ['acceptance/support/config.ts', 'test'],
    ['src/internal/testing/seeder.ts', 'test'],
    ['sample.js', 'other'],
    ['src/dummies/expenses.ts', 'test'],
    ['setupTests.server.ts', 'test'],
    ['src/support/Faker.ts', 'test'],
    ['src/faker-service.ts', 'source'],
    ['Tests/Utils/Certificates.ts', 'test'],
    ['src/sample.ts', 'source'],
    ['features-legacy/support/world.ts', 'test'],
    ['src/features/support/tickets.ts', 'source'],
    ['src/modules/orders/testing/order.factory.ts', 'test'],
    ['src/modules/testing/answers.ts', 'source'],
    ['claude-tools/build-harness.js', 'script'],
    ['docker-entrypoint.js', 'script'],
    ['reset-password.ts', 'script'],
    ['src/reset-password.ts', 'source'],
    ['starter/app.ts', 'other'],
    ['scripts/release.ts', 'script'],
    ['releases/migrate-to-v2.mjs', 'script'],
    ['metrics/bench.js', 'script'],
    ['src/database/migrate-orders.ts', 'source'],
    ['src/main.hmr.ts', 'script'],
    ['server/bin/dev.js', 'script'],
    ['src/test-setup.ts', 'test'],
    ['src/test-preload.ts', 'test'],
    ['packages/images/src/test-fixtures.skip.ts', 'test'],
    ['server/bin/prod.js', 'source'],
    ['src/scripts/backfill.ts', 'script'],
    ['prisma/seed.ts', 'script'],
    ['src/database/seeds/users.ts', 'script'],
    ['tools/codegen.js', 'script'],
    ['benchmarks/keys.js', 'script'],
    ['packages/prisma/seed/users.ts', 'script'],
    ['prisma/populate.ts', 'script'],
    ['seed-queue-metrics.mts', 'script'],
    ['vitest-e2e.setup.ts', 'test'],
    ['e2e-common/reporter.js', 'test'],
    ['packages/dev-env/src/network.ts', 'test'],
    ['multi-site-test/src/index.ts', 'test'],
    ['services/speed-test/src/index.ts', 'source'],
    ['src/ab-test/variants.ts', 'source'],
    ['internal-packages/testcontainers/src/minio.ts', 'test'],
    ['packages/playwright/src/database.ts', 'test'],
    ['packages/dev-tools/src/panel.ts', 'source'],
    ['.github/actions/release/index.js', 'script'],
    ['.well-known/route.ts', 'source'],
    ['gulpfile.js', 'script'],
    ['src/parse.bench.ts', 'script'],
    ['vite.config.mts', 'config'],
    ['jest.config.e2e.js', 'config'],
    ['.eslintrc.cjs', 'config'],
    ['src/Button.stories.tsx', 'other'],
    ['examples/basic/server.js', 'other'],
    ['sample-service/shop/src/index.ts', 'other'],
    ['example-apps/shop/server.js', 'other'],
    ['src/samples-service/upload.ts', 'source'],
    ['docs/build.js', 'doc'],
    ['public/js/jquery.min.js', 'vendored'],
    ['public/vendor/chart.js', 'vendored'],
    ['vendor/left-pad.js', 'vendored'],
    ['dist/index.js', 'generated'],
    ['coverage/prettify.js', 'generated'],
    ['src/generated/client.ts', 'generated'],
    ['next-env.d.ts', 'generated'],
  ])('%s is %s', (path, expected) => {
    expect(classOf(path)).toBe(expected);
  });

  it.each<[string, string, FileClass]>([
    ['package.json', '{}', 'manifest'],
    ['pnpm-workspace.yaml', 'packages: []', 'manifest'],
    ['yarn.lock', '', 'manifest'],
    ['.env.production', 'A=1', 'env'],
    ['Dockerfile', 'FROM node', 'container'],
    ['docker/api.Dockerfile', 'FROM node', 'container'],
    ['docker-compose.prod.yml', 'services: {}', 'container'],
    ['deploy/api.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'container'],
    ['deploy/values.yaml', 'replicas: 2\n', 'config'],
    ['.github/workflows/ci.yml', 'on: push', 'ci'],
    ['.gitlab-ci.yml', 'stages: []', 'ci'],
    ['prisma/schema.prisma', 'model A { id Int @id }', 'schema'],
    ['prisma/migrations/20240101_init/migration.sql', 'CREATE TABLE a (id int)', 'migration'],
    // Drizzle Kit 1 names the directory after the moment.
    ['drizzle/20240511015357_init/migration.sql', 'CREATE TABLE a (id int)', 'migration'],
    ['db/V1__init.sql', 'CREATE TABLE a (id int)', 'migration'],
    ['db/schema.sql', 'create table a (id int)', 'schema'],
    ['queries/report.sql', 'SELECT 1', 'other'],
    ['README.md', '# x', 'doc'],
    ['test/README.md', '# x', 'doc'],
    ['tsconfig.base.json', '{}', 'config'],
    ['logo.png', 'x', 'other'],
  ])('%s (%j) is %s', (path, content, expected) => {
    expect(classesOf({ 'src/index.ts': CODE, [path]: content })[path]).toBe(expected);
  });
});

describe('migrations in code', () => {
  it.each<[string, string]>([
    ['src/migrations/1690000000000-Init.ts', CODE],
    ['migrations/20240101000000_init.js', CODE],
    ['src/migrations/init.ts', 'export class Init implements MigrationInterface {}'],
    ['src/db/migrations/add-index.js', 'exports.up = (knex) => knex.schema;'],
    ['src/db/migrations/add-users.cjs', 'module.exports = { async up(queryInterface) {} };'],
  ])('%s', (path, content) => {
    expect(classOf(path, content)).toBe('migration');
  });
});

describe('generated code, by content', () => {
  it.each([
    ['/** @generated by protobuf-ts */\nexport const a = 1;'],
    ['// Code generated by sqlc. DO NOT EDIT.\nexport const a = 1;'],
    ['/* eslint-disable */\n/* This file was automatically generated by json-schema-to-typescript. */\nexport const a = 1;'],
    ['// AUTO-GENERATED FILE\nexport const a = 1;'],
    ['/* THIS FILE WAS GENERATED AUTOMATICALLY BY PAYLOAD. */\n/* DO NOT MODIFY IT BECAUSE IT COULD BE REWRITTEN AT ANY TIME. */\nexport const a = 1;'],
    ['var a = 1;\nfunction __webpack_require__(id) {}\n'],
  ])('%j', (content) => {
    expect(classOf('src/client.ts', content)).toBe('generated');
  });

  it.each([
    ['ids are generated by the database', '// The id is generated by the database; do not set it.\nexport const a = 1;'],
    ['invoices are generated', '/** Sends the auto-generated invoices. */\nexport const a = 1;'],
    ['the words stand below the first statement', "import x from 'x';\n// This file was generated by hand, @generated\nexport const a = 1;"],
    ['a text mentions it', "export const banner = '@generated';"],
    ['a list of files, which says where names come from', "// This file is autogenerated, do not edit.\n\nexport * from './users';\nexport type { Post } from './posts';\nexport { a as b } from './c'"],
  ])('not when %s', (_why, content) => {
    expect(classOf('src/client.ts', content)).toBe('source');
  });

  it('tells a list of re-exports from a long one with code behind it, at once', () => {
    const exports = Array.from({ length: 200 }, (_each, index) => `export * from "./part-${index}"`).join('\n');
    expect(classOf('src/parts.ts', `// @generated\n${exports}\n`)).toBe('source');
    expect(classOf('src/parts.ts', `// @generated\n${exports}\nexport const answer = 42\n`)).toBe('generated');
  });

  it('tells minified code from long data', () => {
    const minified = `!function(e){var t={};${'function n(r){if(t[r])return t[r].exports;var o=t[r]={i:r,l:!1};}'.repeat(200)}}([]);`;
    expect(classOf('src/bundle.js', minified)).toBe('generated');
    expect(classOf('src/logo.ts', `export const logo = '${'iVBORw0KGgoAAAANSUhEUgAA'.repeat(500)}';\n`)).toBe('source');
    expect(classOf('src/query.ts', `export const query = 'select ${'a_column, another_column as b, '.repeat(300)} 1';\n`)).toBe('source');
  });

  it('takes compiled code outside the sources for output, and hand-written code there for source', () => {
    const compiled = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.a = 1;\n';
    expect(classOf('lib/index.js', compiled)).toBe('generated');
    expect(classOf('build/index.js', compiled)).toBe('generated');
    expect(classOf('lib/index.js', 'module.exports = { a: 1 };\n')).toBe('source');
    expect(classOf('src/lib/index.js', compiled)).toBe('source');
  });

  it('takes what a pipeline runs, in the first directory, for scripts', () => {
    expect(classOf('ci/tasks/migrate.js')).toBe('script');
    expect(classOf('src/ci/pipelines.js')).toBe('source');
  });

  it('takes what was compiled beside its source for output', () => {
    const compiled = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.a = 1;\n';
    const classes = classesOf({ 'prisma/client.ts': 'export const a = 1;\n', 'prisma/client.js': compiled, 'prisma/other.js': compiled, 'web/util.ts': 'export const a = 1;\n', 'web/util.js': "export * from '@shop/util';\n" });
    expect(classes).toMatchObject({ 'prisma/client.ts': 'source', 'prisma/client.js': 'generated', 'prisma/other.js': 'source', 'web/util.ts': 'source', 'web/util.js': 'source' });
  });
});

describe('scaffolds', () => {
  it('are templates with a manifest; other templates are source', () => {
    const classes = classesOf({
      'package.json': { name: 'create-thing' },
      'templates/express/package.json': { name: '{{name}}' },
      'templates/express/src/server.js': CODE,
      'templates/mail.js': CODE,
    });
    expect(classes).toMatchObject({ 'templates/express/src/server.js': 'other', 'templates/mail.js': 'source' });
  });
});

describe('set-up of test runners and packages of tests', () => {
  it.each(['integration/global-setup.ts', 'src/e2e/global-teardown.ts', 'tools-of-ours/vitest.setup.ts', 'libs/testing/src/queue.ts'])('%s', (path) => {
    expect(classOf(path)).toBe('test');
  });

  it('helpers below e2e that import the testing package of their workspace', () => {
    expect(classOf('src/subscribers/e2e/helpers/index.ts', "import { UserSession } from '@acme/testing';\n")).toBe('test');
  });
});

it('a migration that is a directory of its own', () => {
  expect(classOf('migration/20260812110001_backfill/migration.ts')).toBe('migration');
});

describe('packages of scripts', () => {
  it.each(['utils/packages/scripts', 'services/web/scripts/translations'])('%s', (directory) => {
    const classes = classesOf({ 'package.json': { name: 'shop' }, [`${directory}/package.json`]: { name: 'maintenance', dependencies: { ms: '1.0.0' } }, [`${directory}/run.ts`]: CODE });
    expect(classes[`${directory}/run.ts`]).toBe('script');
  });
});

describe('what the scripts of package.json start', () => {
  const scripts = { start: 'node boot.js', release: 'node --env-file .env extra/release.mjs', 'reset-password': 'tsx ./tool.ts', 'build:all': 'node boot.js && node src/index.js' };
  const files = { 'package.json': { name: 'service', scripts }, 'src/index.js': CODE, 'boot.js': CODE, 'extra/release.mjs': CODE, 'tool.ts': CODE, 'other.js': CODE };

  it('is a script where only chores start it, outside the sources', () => {
    const classes = classesOf(files);
    expect([classes['extra/release.mjs'], classes['tool.ts']]).toEqual(['script', 'script']);
    expect([classes['boot.js'], classes['other.js'], classes['src/index.js']]).toEqual(['source', 'source', 'source']);
  });
});
