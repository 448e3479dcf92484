/** Migrations that are no code, and scripts of a package: places in which no comment can say what is expected. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

function verdicts(id: string, files: Record<string, string>): string[] {
  const rules = rulebook.rules.filter((rule) => rule.id === id);
  expect(rules.map((rule) => dirname(rule.source).endsWith(id))).toEqual([true]);
  return auditCase(files, { rules, models: rulebook.models }).flatMap(({ sites }) => sites.map(({ location, verdict }) => `${location.path}:${location.line} ${verdict}`));
}

describe('migrations in SQL', () => {
  const source = { 'package.json': '{ "name": "app" }', 'index.js': 'exports.started = true;' };

  it('knows pairs, what is missing beside them and what is empty', () => {
    expect(
      verdicts('migration-rollback', {
        ...source,
        'migrations/001_a.up.sql': 'CREATE TABLE a (id int);',
        'migrations/001_a.down.sql': 'DROP TABLE a;',
        'migrations/002_b.up.sql': 'CREATE TABLE b (id int);',
        'migrations/003_c.sql': 'CREATE TABLE c (id int);',
        'migrations/004_d.up.sql': 'CREATE TABLE d (id int);',
        'migrations/004_d.down.sql': '\n',
      }),
    ).toEqual(['migrations/001_a.up.sql:1 pass', 'migrations/002_b.up.sql:1 fail', 'migrations/003_c.sql:1 fail', 'migrations/004_d.up.sql:1 fail']);
  });

  it('says nothing of directories that only go forward', () => {
    expect(verdicts('migration-rollback', { ...source, 'migrations/001_a.sql': 'CREATE TABLE a (id int);', 'prisma/migrations/2024_init/migration.sql': 'CREATE TABLE b (id int);' })).toEqual([]);
  });
});

describe('scripts that push a schema', () => {
  const server = "import { PrismaClient } from '@prisma/client';\nexport const add = (email) => new PrismaClient().user.create({ data: { email } });\n";
  const withScripts = (scripts: string) => ({ 'package.json': `{\n"name": "app",\n"scripts": {\n${scripts}\n},\n"dependencies": { "@prisma/client": "*" }\n}`, 'server.mjs': server, 'prisma/migrations/1_init/migration.sql': 'CREATE TABLE a (id int);' });

  it('reports what production runs', () => {
    expect(verdicts('migrations', withScripts('"start": "prisma db push && node server.mjs"'))).toContain('package.json:4 fail');
  });

  it('leaves what developers run', () => {
    expect(verdicts('migrations', withScripts('"dev": "prisma db push && node server.mjs",\n"db:push": "prisma db push",\n"start:dev": "prisma db push",\n"test:start": "prisma db push"'))).toEqual(['package.json:1 pass']);
  });

  it('is not applicable to document stores kept by Prisma', () => {
    expect(verdicts('migrations', { ...withScripts('"start": "prisma db push && node server.mjs"'), 'prisma/schema.prisma': 'datasource db {\n  provider = "mongodb"\n  url = env("DATABASE_URL")\n}\nmodel User { id String @id }' })).toEqual([]);
  });
});
