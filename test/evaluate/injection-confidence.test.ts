/** How sure the rules on injected data are: by who can reach the place, and by what is only asked of a file or handed beside a text. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

/** Priority and confidence of what fails in one module. */
function failing(id: string, source: string): string[] {
  const outcomes = auditCase({ 'main.js': source }, { rules: rulebook.rules.filter((rule) => rule.id === id), models: rulebook.models });
  return outcomes.flatMap((outcome) => outcome.sites).flatMap((site) => (site.verdict === 'fail' ? [`${site.priority} ${site.confidence}`] : []));
}

const START = "const express = require('express'); const fs = require('fs'); const { exec } = require('child_process'); const guards = require('./guards'); const app = express();\n";
const route = (chain: string, code: string) => `${START}app.post('/x', ${chain}(req, res) => { ${code} });`;

describe('behind a check of an administrator', () => {
  test.each(['guards.requireAdmin, ', "guards.authorize('admin'), ", "guards.hasRole(['admin', 'superadmin']), ", 'guards.isAdmin, '])('%sa finding is a guess', (chain) => {
    expect(failing('path-traversal', route(chain, 'fs.readFileSync(req.body.file);'))).toEqual(['P1 low']);
    expect(failing('command-injection', route(chain, "exec('ls ' + req.body.file);"))).toEqual(['P1 low']);
    expect(failing('code-injection', route(chain, 'eval(req.body.code);'))).toEqual(['P1 low']);
    expect(failing('ssrf', route(chain, 'fetch(req.body.url);'))).toEqual(['P1 low']);
  });

  test.each(['', 'guards.requireUser, ', "guards.authorize('user', 'admin'), ", 'guards.logAdmin, '])('%snothing changes for others', (chain) => {
    expect(failing('path-traversal', route(chain, 'fs.readFileSync(req.body.file);'))).toEqual(['P0 high']);
  });

  test.each(["if (!groups.includes('admin')) return res.sendStatus(403);", 'if (!req.user.isAdmin) throw new Error();', "if (req.user.role !== 'admin') return;", 'if (!(await guards.isAdmin(req.user))) return;'])('%s in the handler does as well', (check) => {
    expect(failing('path-traversal', route('', `${check} fs.readFileSync(req.body.file);`))).toEqual(['P1 low']);
    expect(failing('nosql-injection', `const User = require('mongoose').model('User'); ${route('', `${check} User.findOne({ name: req.body.name });`)}`)).toEqual(['P1 low']);
  });

  test.each(["if (req.body.role !== 'admin') return;", "if (req.user.role === 'admin') return;", 'if (req.user.isAdmin) count();'])('%s in the handler says nothing', (check) => {
    expect(failing('path-traversal', route('', `${check} fs.readFileSync(req.body.file);`))).toEqual(['P0 high']);
  });

  test('one open way is enough', () => {
    expect(failing('path-traversal', `${START}function read(req, res) { fs.readFileSync(req.body.file); } app.post('/a', guards.requireAdmin, read); app.post('/b', read);`)).toEqual(['P0 high']);
  });
});

test('that a file is there is little to learn', () => {
  expect(failing('path-traversal', route('', "fs.existsSync('/up/' + req.body.file);"))).toEqual(['P2 low']);
});

test('a request handed beside the text to a logger that is not known is a guess', () => {
  expect(failing('pii-logging', route('', "reporter.logger.debug('started', req);"))).toEqual(['P0 low']);
  expect(failing('pii-logging', route('', "console.log('started', req);"))).toEqual(['P0 high']);
  expect(failing('pii-logging', `const log = { info(req, res) { console.log(req.method, req.url); } }; ${route('', 'log.info(req, res);')}`)).toEqual(['P0 low']);
});

test('a way of many steps that can be seen at a glance is none to doubt', () => {
  const code = "const a = req.query.v; const b = a; const c = b + '_x'; const map = new Map(); map.set('k', c.toString()); const d = map.get('k').substring(0, 3); exec('ls ' + d);";
  expect(failing('command-injection', route('', code))).toEqual(['P0 high']);
});

test('personal data at a level that production leaves off is a guess, a credential is none', () => {
  const log = "const log = require('pino')();";
  expect(failing('pii-logging', `${log} ${route('', 'log.debug(req.user.email);')}`)).toEqual(['P1 low']);
  expect(failing('pii-logging', `${log} ${route('', 'log.info(req.user.email);')}`)).toEqual(['P1 medium']);
  expect(failing('pii-logging', `${log} ${route('', 'log.debug(req.user.password);')}`)).toEqual(['P0 high']);
  expect(failing('pii-logging', route('', 'console.debug(req.user.email);'))).toEqual(['P1 medium']);
});

test('an id or a name in a filter of Prisma is a guess, a token is none', () => {
  const client = "const { PrismaClient } = require('@prisma/client'); const prisma = new PrismaClient();";
  const query = (code: string) => failing('nosql-injection', `${client} ${route('', code)}`);
  expect(query('prisma.folder.findFirst({ where: { id: req.body.id, userId: req.user.id } });')).toEqual(['P1 low']);
  expect(query('prisma.user.findFirst({ where: { token: req.body.token } });')).toEqual(['P1 medium']);
  expect(query('prisma.folder.deleteMany({ where: { id: req.body.id } });')).toEqual(['P1 medium']);
});

test('what whoever runs the program has set is a guess in a command', () => {
  expect(failing('command-injection', "const { execSync } = require('child_process'); exports.version = (config) => execSync(`${config.scanner} -V`);")).toEqual(['P1 low']);
  expect(failing('command-injection', "const { execSync } = require('child_process'); exports.version = (program) => execSync(`${program.path} -V`);")).toEqual(['P1 medium']);
});

test('who gives the password of a server as well may connect to it', () => {
  const redis = "const Redis = require('ioredis');";
  expect(failing('ssrf', `${redis} ${route('', 'new Redis({ host: req.body.host, password: req.body.password });')}`)).toEqual(['P1 low']);
  expect(failing('ssrf', `${redis} ${route('', 'new Redis({ host: req.body.host, password: process.env.PASSWORD });')}`)).toEqual(['P1 high']);
});

describe('text that is joined from what nobody is seen to send', () => {
  const client = "const { Pool } = require('pg'); const pool = new Pool();";
  const query = "exports.find = (name) => pool.query(`SELECT * FROM t WHERE name = '${name}'`);";

  test('is believed where no route is known', () => {
    expect(failing('sql-injection', `${client} ${query}`)).toEqual(['P1 medium']);
  });

  test('is a guess where routes are known and none leads there, and a client\'s text is none', () => {
    expect(failing('sql-injection', `${client} ${query} ${route('', "res.send('ok');")}`)).toEqual(['P1 low']);
    expect(failing('sql-injection', `${client} ${query} ${route('', 'exports.find(req.body.name);')}`)).toEqual(['P0 high']);
  });

  test('is a guess where it was stored before', () => {
    expect(failing('sql-injection', `${client} ${route('', "const { rows } = await pool.query('SELECT name FROM u'); pool.query(`SELECT * FROM t WHERE name = '${rows[0].name}'`);").replace('(req, res) =>', 'async (req, res) =>')}`)).toEqual(['P1 low']);
  });
});

test('what only scripts ask for is a guess in markup', () => {
  const answer = (method: string) => failing('reflected-input', `${START}app.${method}('/x/:id', (req, res) => { res.send('<p>' + req.params.id + '</p>'); });`);
  expect(['put', 'patch', 'delete'].flatMap(answer)).toEqual(['P2 low', 'P2 low', 'P2 low']);
  expect(['get', 'post', 'all'].flatMap(answer)).toEqual(['P2 high', 'P2 high', 'P2 high']);
});

test.each([
  ['whatever a guard is called', "function gate(req, res, next) { if (req.user.role !== 'admin') return res.sendStatus(403); next(); }", 'gate, ', 'P1 low'],
  ['one way on that does not ask', "function gate(req, res, next) { if (req.user.role === 'admin') return next(); log(req.user); next(); }", 'gate, ', 'P0 high'],
  ['a role that the route gives', "function load(req, res, next) { req.user = found ? { role: 'superadmin' } : find(req); next(); } const need = (...all) => (req, res, next) => { const role = req.user.role; if (!all.includes(role)) return res.sendStatus(403); next(); };", "load, need('owner', 'admin'), ", 'P0 high'],
  ['one of two roles', "function gate(req, res, next) { if (req.user.role !== 'admin' && req.user.role !== 'member') return res.sendStatus(403); next(); }", 'gate, ', 'P0 high'],
])('%s', (_name, guard, chain, expected) => {
  expect(failing('path-traversal', `${START}${guard} app.post('/x', ${chain}(req, res) => { fs.readFileSync(req.body.file); });`)).toEqual([expected]);
});

test('who asks where the request is read asks for what is done with it elsewhere', () => {
  const store = "const User = require('mongoose').model('User'); const update = (id) => User.updateOne({ id }, {});";
  expect(failing('nosql-injection', `${store} ${route('', 'if (!req.superAdmin) return res.sendStatus(403); update(req.body.id);')}`)).toEqual(['P1 low']);
  expect(failing('nosql-injection', `${store} ${route('', 'update(req.body.id);')}`)).toEqual(['P0 high']);
});
