import { describe, expect, it } from 'vitest';
import { extractSource } from '../../src/extract/extract-source.js';
import { extractSchema } from '../../src/extract/index.js';

function prisma(text: string) {
  return extractSchema('schema.prisma', text).entities;
}

function sql(text: string) {
  return extractSchema('migrations/1.sql', text);
}

describe('Prisma schemas', () => {
  it('give models with their fields, names in the database, keys and relations', () => {
    const [ticket] = prisma(`
      generator client { provider = "prisma-client-js" }
      /// A ticket.
      model Ticket {
        id             Int           @id @default(autoincrement())
        organizationId String        @map("organization_id") @db.Uuid
        organization   Organization  @relation(fields: [organizationId], references: [id], onDelete: Cascade)
        status         Status        @default(OPEN) // not a model
        tags           String[]
        note           String?

        @@unique([organizationId, note(sort: Desc)], name: "one")
        @@map("tickets")
      }
      model Organization { id String @id
        tickets Ticket[]
      }
      enum Status { OPEN CLOSED }
    `);
    expect(ticket).toMatchObject({ name: 'Ticket', table: 'tickets', alters: false });
    expect(ticket!.columns.map(({ name, columnName, nullable, unique }) => [name, columnName, nullable, unique])).toEqual([
      ['id', 'id', false, true],
      ['organizationId', 'organization_id', false, false],
      ['status', 'status', false, false],
      ['tags', 'tags', false, false],
      ['note', 'note', true, false],
    ]);
    expect(ticket!.columns[1]!.references).toEqual({ entity: 'Organization', column: 'id' });
    expect(ticket!.relations).toEqual([{ name: 'organization', entity: 'Organization', columns: ['organizationId'], isList: false }]);
    expect(ticket!.keys).toEqual([{ kind: 'unique', columns: ['organizationId', 'note'], name: 'one' }]);
  });

  it('read attributes over several lines, and pass over what is broken', () => {
    const [a, b] = prisma('model A {\n  id String @id\n  b B @relation(\n    fields: [bId],\n    references: [id]\n  )\n  bId String\n  @@index([\n bId ])\n}\nmodel {\nmodel B {\n  id String @id @default("}{\n  name String\n');
    expect(a!.relations[0]).toMatchObject({ entity: 'B', columns: ['bId'] });
    expect(b!.columns.map((column) => column.name)).toEqual(['id', 'name']);
  });
});

describe('SQL schemas', () => {
  it('give tables with columns and references, quoted or not', () => {
    const { entities } = sql(`
      -- CREATE TABLE no (id int);
      /* nested /* comment */ CREATE TABLE no (id int); */
      CREATE TABLE IF NOT EXISTS "public"."Order Items" (
        "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        tenant_id uuid NOT NULL REFERENCES public.tenants (id) ON DELETE CASCADE,
        price numeric(10, 2) CHECK (price > 0),
        note text DEFAULT 'a, b); CREATE TABLE no (x int',
        CONSTRAINT one UNIQUE (tenant_id, "id"),
        FOREIGN KEY (price) REFERENCES prices (amount)
      );
      CREATE TABLE \`my\`.\`t\` (\`id\` int AUTO_INCREMENT, KEY \`by_id\` (\`id\`)) ENGINE=InnoDB;
      CREATE TABLE [dbo].[u] ([id] int NOT NULL);
    `);
    expect(entities.map((entity) => entity.table)).toEqual(['Order Items', 't', 'u']);
    expect(entities[0]!.columns.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ['id', 'uuid', false],
      ['tenant_id', 'uuid', false],
      ['price', 'numeric', true],
      ['note', 'text', true],
    ]);
    expect(entities[0]!.columns[1]!.references).toEqual({ entity: 'tenants', column: 'id' });
    expect(entities[0]!.columns[2]!.references).toEqual({ entity: 'prices', column: 'amount' });
    expect(entities[0]!.keys).toEqual([{ kind: 'unique', columns: ['tenant_id', 'id'], name: '' }]);
    expect(entities[1]!.keys).toEqual([{ kind: 'index', columns: ['id'], name: '' }]);
  });

  it('give what ALTER TABLE adds', () => {
    const { entities } = sql('ALTER TABLE ONLY tickets ADD COLUMN IF NOT EXISTS tenant_id uuid, ADD note text; ALTER TABLE t DROP COLUMN x;');
    expect(entities).toHaveLength(1);
    expect(entities[0]).toMatchObject({ table: 'tickets', alters: true });
    expect(entities[0]!.columns.map((column) => column.name)).toEqual(['tenant_id', 'note']);
  });

  it('give row-level security policies with the names that they mention', () => {
    const { policies } = sql("CREATE POLICY own ON tickets FOR ALL USING (tenant_id = current_setting('app.tenant_id')::uuid);");
    expect(policies[0]).toMatchObject({ table: 'tickets', name: 'own' });
    expect(policies[0]!.mentions).toContain('tenant_id');
    expect(policies[0]!.mentions).toContain('app.tenant_id');
  });

  it('see no table in the body of a function', () => {
    expect(sql('CREATE FUNCTION f() RETURNS void AS $body$ CREATE TABLE no (id int); $body$ LANGUAGE sql; CREATE TABLE yes (id int);').entities.map((entity) => entity.table)).toEqual(['yes']);
  });

  it.each([
    ['unclosed quote', `CREATE TABLE t (a text DEFAULT '${'x'.repeat(200_000)}`],
    ['many brackets', `CREATE TABLE t (a int) ${'['.repeat(200_000)}`],
    ['many parentheses', `CREATE TABLE t ${'('.repeat(200_000)}`],
    ['many dollars', `${'$a'.repeat(100_000)}`],
    ['many comments', `${'/*'.repeat(100_000)}`],
  ])('take hostile text in linear time: %s', (_name, text) => {
    const started = performance.now();
    sql(text);
    prisma(`model A { ${text}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('what later statements do to tables', () => {
  it('is read from unique indexes, drops, renames and columns that must have a value', () => {
    const { changes } = extractSchema('m.sql', `
      CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY public.users USING btree (lower(email), tenant_id) WHERE deleted_at IS NULL;
      CREATE INDEX j ON users (name);
      CREATE INDEX k ON users USING gin (name gin_trgm_ops);
      DROP TABLE IF EXISTS a, b.c;
      ALTER TABLE old RENAME TO fresh;
      ALTER TABLE users RENAME name TO title, ALTER COLUMN title SET NOT NULL;`);
    expect(changes.map(({ kind, table, columns }) => [kind, table, columns.join()])).toEqual([
      ['unique', 'users', 'lower,email,tenant_id'],
      ['search', 'users', 'name,gin_trgm_ops'],
      ['gone', 'a', ''],
      ['gone', 'c', ''],
      ['gone', 'old', ''],
      ['required', 'users', 'title'],
    ]);
  });
});

describe('references that a comment says were left out', () => {
  it.each([
    ['model A {\n  id Int @id\n  bId String // not a foreign key: it outlives B\n}', true],
    ['/// Scalar columns only, no foreign keys.\nmodel A {\n  id Int @id\n}', true],
    ['// no FK\n\nmodel A {\n  id Int @id\n}', false],
    ['model A {\n  id Int @id\n  bId String // foreign key to B\n}', false],
    ['model B {\n  id Int @id // no relation\n}\nmodel A {\n  id Int @id\n}', false],
  ])('%j', (text, expected) => {
    expect(extractSchema('schema.prisma', text).entities.find(({ name }) => name === 'A')!.leavesReferencesOut).toBe(expected);
  });

  it('in SQL', () => {
    const text = 'CREATE TABLE a (\n  id int PRIMARY KEY,\n  b_id int -- without a foreign key: b is in another database\n);\nCREATE TABLE c (id int);';
    expect(extractSchema('schema.sql', text).entities.map(({ leavesReferencesOut }) => leavesReferencesOut)).toEqual([true, false]);
  });
});

describe('what comments in code say of tables', () => {
  it.each([
    ['// no FK\nconst a = table();', [['no-references', 2]]],
    ['/**\n * Rows of the day, FK-free.\n */\nexport const a = table();', [['no-references', 4]]],
    ['// no FK\n\nconst a = table();', [['no-references', 1]]],
    ['const a = table({\n  b: text(), // = b.id (no foreign key)\n});', [['no-references', 2]]],
    ["t.integer('b');\n// t.foreign('b').inTable('b')", [['no-references', 2]]],
    ['// kept in case the graph is deleted\nconst a = table();', [['no-references', 2]]],
    ['// a materialized view\nconst a = table();', [['view', 2]]],
    ['// the view of a person, with a foreign key\nconst a = table();', []],
  ])('%j', (text, expected) => {
    const { schemaRemarks = [], lineStarts } = extractSource('a.ts', text);
    expect(schemaRemarks.map(({ says, below }) => [says, lineStarts.findLastIndex((start) => start <= below) + 1])).toEqual(expected);
  });
});
