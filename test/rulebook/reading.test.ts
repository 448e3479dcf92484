import { describe, expect, it } from 'vitest';
import { qualifiedPath } from '../../src/rulebook/api-path.js';
import { argumentPath } from '../../src/rulebook/argument-path.js';
import { nearestWord } from '../../src/rulebook/nearest-word.js';
import { modelOf, ruleOf } from '../support/judge.js';

describe('API paths', () => {
  it.each([
    ['Pool#query', 'pg', 'pg:Pool#query'],
    ['default', 'pg', 'pg'],
    ['default()', 'express', 'express()'],
    ['default()#get', 'express', 'express()#get'],
    ['default#get', 'ioredis', 'ioredis#get'],
    ['default.create', 'axios', 'axios:create'],
    ['create', 'axios', 'axios:create'],
    ['default.create()#get', 'axios', 'axios:create()#get'],
    ['defaults.timeout', 'axios', 'axios:defaults.timeout'],
    ['PoolClient#', 'pg', 'pg:PoolClient#'],
    ['PrismaClient#*#findMany', '@prisma/client', '@prisma/client:PrismaClient#*#findMany'],
    ['@prisma/client:PrismaClient#user', 'x', '@prisma/client:PrismaClient#user'],
    ['mysql2/promise:createPool()#query', 'x', 'mysql2/promise:createPool()#query'],
    ['socket.io:Server#on', 'x', 'socket.io:Server#on'],
    ['express:default()#use', 'x', 'express()#use'],
    ['node:fs:readFile', 'x', 'fs:readFile'],
    ['readFile', 'node:fs', 'fs:readFile'],
    ['process.env.X', 'global', 'global:process.env.X'],
  ])('%s in the model of %s is %s', (written, owner, expected) => {
    expect(qualifiedPath(written, owner)).toBe(expected);
  });

  it.each(['', '#get', '.a', 'a b', 'a..b', 'a##b'])('"%s" is none', (written) => {
    expect(() => qualifiedPath(written, 'pg')).toThrow();
  });
});

describe('argument positions', () => {
  it.each([
    [0, { position: 0, rest: false, properties: [] }],
    ['0.text', { position: 0, rest: false, properties: ['text'] }],
    ['2.headers.origin', { position: 2, rest: false, properties: ['headers', 'origin'] }],
    ['1..', { position: 1, rest: true, properties: [] }],
    ['last', { position: 'last', rest: false, properties: [] }],
    ['receiver.key', { position: 'receiver', rest: false, properties: ['key'] }],
    ['0.useFactory().secret', { position: 0, rest: false, properties: ['useFactory()', 'secret'] }],
  ])('%s', (written, expected) => {
    expect(argumentPath(written)).toEqual(expected);
  });

  it.each(['first', '-1', 'last..', '0.', '0 text', 1.5])('%s is none', (written) => {
    expect(argumentPath(written)).toBeNull();
  });
});

describe('suggestions', () => {
  it.each([
    ['tiemout', ['timeout', 'signal'], 'timeout'],
    ['passses', ['passes', 'fails'], 'passes'],
    ['enclosed', ['enclosed-by', 'result'], 'enclosed-by'],
    ['ab', ['xy'], null],
    ['completely', ['different'], null],
  ])('%s among %j is %s', (word, candidates, expected) => {
    expect(nearestWord(word, candidates)).toBe(expected);
  });
});

describe('a model', () => {
  it('spreads its paths over its packages, each with its own entry', () => {
    const model = modelOf('packages: [mysql2, mysql2/promise]\naliases: { "Connection#promise()": "Connection#" }\nroles: { sql.execute: { call: ["Connection#query", "other:run"], arguments: { statement: ["0.sql", 0] } } }');
    expect(model.roles.map((entry) => [entry.package, entry.paths])).toEqual([
      ['mysql2', ['mysql2:Connection#query', 'other:run']],
      ['mysql2/promise', ['mysql2/promise:Connection#query']],
    ]);
    expect(model.aliases).toEqual({ 'mysql2:Connection#promise()': 'mysql2:Connection#', 'mysql2/promise:Connection#promise()': 'mysql2/promise:Connection#' });
    expect(model.roles[0]!.arguments).toEqual({ statement: [{ position: 0, rest: false, properties: ['sql'] }, { position: 0, rest: false, properties: [] }] });
  });

  it('has its constants under the names of all of its packages, and under one where it is said whose they are', () => {
    expect(modelOf('packages: [a, b]\nconstants: { Status.GONE: 410, "a:Part.BODY": body }').constants).toEqual({ 'a:Status.GONE': 410, 'b:Status.GONE': 410, 'a:Part.BODY': 'body' });
  });

  it('leaves the names of methods and properties alone', () => {
    const model = modelOf('packages: [a, b]\nroles: { header: [{ method: [setHeader], where: { 0: [Vary, vary] } }, { property: [Access-Control-Allow-Origin] }] }');
    expect(model.roles.map((entry) => [entry.use, entry.paths, entry.where])).toEqual([
      ['method', ['setHeader'], [{ path: { position: 0, rest: false, properties: [] }, equals: ['Vary', 'vary'] }]],
      ['property', ['Access-Control-Allow-Origin'], []],
    ]);
  });

  it('reads callbacks and flow', () => {
    const model = modelOf('package: pg\ncallbacks: [{ call: ["Pool#connect"], argument: last, parameters: [null, "PoolClient#", "argument:0"], arity: 2, where: { 0: [a] } }]\nflow: [{ call: escapeLiteral, from: 0, sanitizes: sql }, { method: [trim], from: [receiver] }]');
    expect(model.callbacks).toEqual([{ call: ['pg:Pool#connect'], argument: -1, property: null, parameters: [null, 'pg:PoolClient#', 'argument:0'], arity: 2, where: [{ path: { position: 0, rest: false, properties: [] }, equals: ['a'] }] }]);
    expect(model.flow).toEqual([
      { use: 'call', paths: ['pg:escapeLiteral'], from: [0], sanitizes: ['sql'] },
      { use: 'method', paths: ['trim'], from: ['receiver'], sanitizes: [] },
    ]);
  });
});

describe('a rule', () => {
  it('takes a list of conditions for all of them, and a bare condition for a clause', () => {
    const rule = ruleOf('sites: { role: a }\npasses:\n  - [{ role: b }, { option: [x.y, z] }]');
    expect(rule.passes).toMatchObject([
      { because: null, when: { kind: 'all', of: [{ word: 'role', operand: ['b'] }, { word: 'option', operand: { options: [['x', 'y'], ['z']], of: 'options', is: { word: 'set' } } }] } },
    ]);
    expect(rule.otherwise).toBe('fail');
    expect(ruleOf('sites: { role: a }').otherwise).toBe('pass');
  });

  it('keeps where each word stands', () => {
    const rule = ruleOf('sites: { role: a }\nfails:\n  - when: { name: present }');
    expect(rule.fails[0]!.when).toMatchObject({ at: { path: 'rule.yaml', line: 3, column: 11 } });
  });

  it('reads efforts as minutes', () => {
    expect(ruleOf('sites: { role: a }\neffort: { per-site: 1.5h, once: 20m }').effort).toEqual({ perSiteMinutes: 90, onceMinutes: 20 });
  });
});
