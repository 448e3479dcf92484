import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../src/link/data-model/sql-reader.js';
import { tenantKeyName, tenantValueName } from '../../src/link/data-model/names.js';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { programOf } from '../support/audit-case.js';
import type { Files } from '../support/inventory-of.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
const PG = `import { Pool } from 'pg';\nconst pool = new Pool();\n`;
const TENANTS = 'CREATE TABLE tenants (id uuid); CREATE TABLE tickets (id int, tenant_id uuid); CREATE TABLE users (id int, tenant_id uuid, email text);';

function linked(files: Files) {
  return programOf(files, rulebook.models);
}

/** `filtered`, and why, of each query in order. */
function scopes(files: Files) {
  return linked(files).queries.map(({ tenant }) => (tenant.owned ? tenant.filtered : 'not owned'));
}

describe('names', () => {
  it('are keys with a suffix only, and values also without', () => {
    expect([tenantKeyName('tenant_id')?.word, tenantKeyName('orgId')?.word, tenantKeyName('organisationId')?.word]).toEqual(['tenant', 'organization', 'organization']);
    expect([tenantKeyName('tenant'), tenantKeyName('userId'), tenantKeyName('customerId')]).toEqual([null, null, null]);
    expect([tenantValueName('tenant')?.word, tenantValueName('activeWorkspaceId')?.word, tenantValueName('status')]).toEqual(['tenant', 'workspace', null]);
  });
});

describe('SQL statements', () => {
  it.each([
    ['SELECT a FROM t WHERE id = $1', ['t'], ['id']],
    ['SELECT a, tenant_id FROM public.t AS x WHERE x.id = 1 ORDER BY tenant_id', ['t'], ['id']],
    ['SELECT 1 FROM a JOIN b ON b.id = a.b_id WHERE a.tenant_id = $1', ['a', 'b'], ['tenant_id']],
    ['UPDATE t SET tenant_id = 1 WHERE id = 2', ['t'], ['id']],
    ['DELETE FROM t USING u WHERE t.id = u.id AND u.x = 1', ['t', 'u'], ['x']],
    ['WITH c AS (SELECT * FROM t WHERE x = 1) SELECT * FROM c WHERE y = 2', ['t'], ['x', 'y']],
    ['SELECT extract(epoch FROM created_at) FROM t WHERE z = 1', ['t'], ['z']],
    ['SELECT * FROM generate_series(1, 2) g, t WHERE q = 1', ['t'], ['q']],
  ])('%s', (text, tables, conditions) => {
    const read = readStatement(text)!;
    expect(read.tables.map((table) => table.name)).toEqual(tables);
    expect(read.conditions.map(({ column }) => column)).toEqual(conditions);
  });

  it('name what they insert', () => {
    expect(readStatement('INSERT INTO t (tenant_id, a) VALUES ($1, $2) ON CONFLICT DO NOTHING')).toMatchObject({ operation: 'create', inserted: ['tenant_id', 'a'] });
  });

  it('tell holes that may be conditions from values, tables and orders', () => {
    const hole = '\uFFFC';
    expect(readStatement(`SELECT * FROM t WHERE a = ${hole} AND ${hole} ORDER BY ${hole} LIMIT ${hole}`)!.conditionHoles).toEqual([1]);
    expect(readStatement(`SELECT * FROM t ${hole}`)!.conditionHoles).toEqual([0]);
    expect(readStatement(`SELECT ${hole} FROM ${hole} WHERE b LIKE '${hole}'`)).toMatchObject({ conditionHoles: [], hasDynamicTable: true });
  });
});

describe('tenancy', () => {
  it('needs more than one column of the name', () => {
    const files = { 'a.ts': `${PG}export const f = () => pool.query('SELECT * FROM visits WHERE team_id = 1');`, 'schema.sql': 'CREATE TABLE visits (team_id int); CREATE TABLE players (team_id int);' };
    expect(linked(files).tenancy).toMatchObject({ multiTenant: false, keys: [] });
  });

  it('is found by entities of which there is a tenant, or by what callers carry', () => {
    expect(linked({ 'schema.sql': TENANTS, 'a.ts': '' }).tenancy).toMatchObject({ multiTenant: true, keys: ['tenant_id'] });
    const carried = { 'schema.sql': 'CREATE TABLE tickets (id int, org_id int);', 'a.ts': 'export const f = (req: any) => req.user.orgId;' };
    expect(linked(carried).tenancy.multiTenant).toBe(true);
  });

  it('takes a word of many meanings only when users share it', () => {
    const code = { 'a.ts': 'export const f = (req: any) => req.user.teamId;' };
    const league = 'CREATE TABLE teams (id int); CREATE TABLE players (team_id int); CREATE TABLE games (team_id int);';
    expect(linked({ ...code, 'schema.sql': league }).tenancy.multiTenant).toBe(false);
    expect(linked({ ...code, 'schema.sql': `${league} CREATE TABLE users (id int, team_id int);` }).tenancy.multiTenant).toBe(true);
  });
});

describe('the scope of a query', () => {
  const schema = { 'schema.sql': TENANTS };

  it('is no where the filter has no key, and unknown where it cannot be seen', () => {
    const code = `${PG}
export const a = (req: any) => pool.query('SELECT * FROM tickets WHERE id = ' + req.params.id);
export const b = (where: string) => pool.query('SELECT * FROM tickets WHERE ' + where);
export const c = (req: any) => pool.query('SELECT * FROM tickets WHERE tenant_id = $1', [req.user.tenantId]);
export const d = () => pool.query('SELECT * FROM plans');`;
    expect(scopes({ ...schema, 'a.ts': code })).toEqual(['no', 'unknown', 'yes', 'not owned']);
  });

  it('waives sign-in, secrets, and rows that were read before', () => {
    const code = `${PG}
export const a = (email: string) => pool.query('SELECT * FROM users WHERE email = $1', [email]);
export const b = (token: string) => pool.query('SELECT * FROM tickets WHERE share_token = $1', [token]);
export async function c(req: any) {
  const { rows } = await pool.query('SELECT * FROM tickets WHERE tenant_id = $1', [req.user.tenantId]);
  await pool.query('DELETE FROM tickets WHERE id = $1', [rows[0].id]);
}`;
    expect(scopes({ ...schema, 'a.ts': code })).toEqual(['unknown', 'unknown', 'yes', 'unknown']);
  });

  it('is yes where the row is named by what was read for the tenant, by a secret, or by what is the caller\'s', () => {
    const code = (second: string) => `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function a(req: any) {
  const ticket = await prisma.ticket.findFirst({ where: { id: req.params.id, tenantId: req.user.tenantId } });
  ${second}
}`;
    const schema = `model Tenant { id String @id }
model Ticket { id String @id
 tenantId String
 parentId String
 title String
 shareToken String }
model Note { id String @id
 tenantId String }`;
    const second = (text: string) => scopes({ 'schema.prisma': schema, 'a.ts': code(text) })[1];
    expect(second('await prisma.ticket.update({ where: { id: ticket.id }, data: {} });')).toBe('yes');
    expect(second('await prisma.ticket.findMany({ where: { title: ticket.title } });')).not.toBe('yes');
    expect(second('await prisma.note.findFirst({ where: { id: req.user.noteId } });')).toBe('yes');
    expect(second('await prisma.note.findFirst({ where: { id: req.body.user.noteId } });')).not.toBe('yes');
    expect(second('await prisma.ticket.findFirst({ where: { shareToken: req.query.token } });')).toBe('yes');
    expect(second('const other = await prisma.note.findFirst({ where: { id: req.params.noteId } }); authorize(req.user, "read", other);')).toBe('yes');
    expect(second('const other = await prisma.note.findFirst({ where: { id: req.params.noteId } }); authorize(req.user, "read");')).not.toBe('yes');
  });

  it('is left out for what a worker does with queued work, unless a request leads to it', () => {
    const worker = `${PG}export const close = (id: string) => pool.query('UPDATE tickets SET done = true WHERE id = $1', [id]);`;
    expect(scopes({ ...schema, 'processors/close.ts': worker })).toEqual(['not owned']);
    const route = "import { close } from './processors/close.js'; export const a = (req: any) => close(req.params.id);";
    expect(scopes({ ...schema, 'processors/close.ts': worker, 'routes.ts': route })).toEqual(['unknown']);
  });

  it('counts a comparison of tenants after the row is read', () => {
    const code = `${PG}
export async function a(req: any) {
  const { rows } = await pool.query('SELECT * FROM tickets WHERE id = $1', [req.params.id]);
  if (rows[0].tenant_id !== req.user.tenantId) throw new Error('not found');
}`;
    expect(scopes({ ...schema, 'a.ts': code })).toEqual(['yes']);
  });

  it('is no only where a request chooses the row or leads to all of them', () => {
    const code = `${PG}
export const a = (id: string) => pool.query('SELECT * FROM tickets WHERE id = $1', [id]);
export const b = () => pool.query('SELECT * FROM tickets');
export const c = (id: string) => pool.query('SELECT * FROM tickets WHERE id = $1', [id]);
export const d = (req: any) => c(req.params.id);`;
    expect(scopes({ ...schema, 'a.ts': code })).toEqual(['unknown', 'unknown', 'no']);
  });

  it('is unknown where something on the way authorises, but not where that is about the caller alone', () => {
    const handler = (check: string, after = '') => `${PG}
const change = (id: string) => pool.query('UPDATE tickets SET done = true WHERE id = $1', [id]);
export async function a(req: any) { ${check} await change(req.params.id); ${after} }`;
    const scope = (code: string) => scopes({ ...schema, 'a.ts': code })[0];
    expect(scope(handler('await checkAccess(req.user.id, req.params.id);'))).toBe('unknown');
    expect(scope(handler("authorize(req.user, await ticketOf(req.params.id));"))).toBe('unknown');
    expect(scope(handler("authorize(req.user, 'tickets:write');"))).toBe('no');
    expect(scope(handler('if (!hasPermission(req.user, Permission.WRITE)) return;'))).toBe('no');
    expect(scope(handler('', 'await checkAccess(req.user.id, req.params.id);'))).toBe('no');
  });

  it('leaves out work over all tenants, but not a product about it', () => {
    const code = `${PG}export const run = () => pool.query('DELETE FROM tickets');`;
    expect(scopes({ ...schema, 'src/jobs/expire.ts': code })).toEqual(['not owned']);
    const jobs = 'CREATE TABLE tenants (id int); CREATE TABLE jobs (id int, tenant_id int); CREATE TABLE offers (tenant_id int);';
    expect(scopes({ 'schema.sql': jobs, 'src/jobs/list.ts': `${PG}export const list = (req: any) => pool.query('SELECT * FROM jobs');` })).toEqual(['no']);
  });

  it('is told at the call of a wrapper', () => {
    const files = { ...schema, 'run.ts': `${PG}export const run = (text: string, values: unknown[]) => pool.query(text, values);`, 'a.ts': `import { run } from './run';\nexport const a = (req: any) => run('SELECT * FROM tickets WHERE id = $1', [req.params.id]);` };
    const [query] = linked(files).queries;
    expect(query!.value.file.facts.path).toBe('a.ts');
    expect(query!.tenant.filtered).toBe('no');
  });
});
