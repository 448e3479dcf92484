import { describe, expect, it } from 'vitest';
import { outcomeOf, verdicts } from '../support/judge.js';
import { CLIENT, DATABASE, ENVIRONMENT, SERVER } from './models.js';

/** What the test says of `options.x`, for each line. */
function test(is: string, ...values: string[]): string[] {
  const code = values.map((value) => `export const f${values.indexOf(value)} = (anything) => client.get('/', { x: ${value} });`).join('\n');
  const rule = `sites: { role: http.request }\nfails: [{ option: x, is: ${is} }]`;
  const found = verdicts(rule, [CLIENT, ENVIRONMENT], { 'a.js': `import client from 'client';\n${code}` });
  return found.map((verdict) => ({ fail: 'yes', pass: 'no', unknown: 'unknown' })[verdict.split(' ')[1] as 'fail' | 'pass' | 'unknown']);
}

describe('tests of constants', () => {
  it('equals: every alternative is one of the constants', () => {
    expect(test('{ equals: [1, a] }', '1', "'a'", '2', 'anything ? 1 : 2', 'anything ? 1 : "a"', 'anything', '() => 1', '{}')).toEqual(['yes', 'yes', 'no', 'no', 'yes', 'unknown', 'no', 'no']);
  });

  it('may-equal: some alternative is', () => {
    expect(test('{ may-equal: 1 }', '1', '2', 'anything ? 1 : 2', 'anything || 1', 'anything', '() => 1')).toEqual(['yes', 'no', 'yes', 'yes', 'unknown', 'no']);
  });

  it('below and above compare numbers', () => {
    expect(test('{ below: 10 }', '9', '10', '2 * 4', "'9'", 'anything')).toEqual(['yes', 'no', 'yes', 'no', 'unknown']);
    expect(test('{ above: 10 }', '11', '10')).toEqual(['yes', 'no']);
  });

  it('shorter-than counts bytes', () => {
    expect(test('{ shorter-than: 4 }', "'abc'", "'abcd'", "'äb'", "'ää'", 'anything', '5')).toEqual(['yes', 'no', 'yes', 'no', 'unknown', 'no']);
  });

  it('larger-than reads sizes', () => {
    expect(test('{ larger-than: 10mb }', "'50mb'", "'1 GB'", '10485761', "'10mb'", '1024', 'anything', "anything || '11mb'")).toEqual(['yes', 'yes', 'yes', 'no', 'no', 'unknown', 'yes']);
    expect(test('{ larger-than: 100 }', "'200'", '100', "'none'")).toEqual(['yes', 'no', 'no']);
  });

  it('matches looks into the known parts of a text', () => {
    expect(test("{ matches: '^http://' }", "'http://a'", "'https://a'", '`http://${anything}`', '`${anything}://a`', "'http:' + '//a'", '5')).toEqual(['yes', 'no', 'yes', 'unknown', 'yes', 'no']);
    expect(test("{ matches: '(?i)^PROD' }", "'production'")).toEqual(['yes']);
  });

  it('constant: written in the source', () => {
    expect(test('constant', "'a'", 'anything ? 1 : 2', 'process.env.A', 'anything')).toEqual(['yes', 'yes', 'no', 'no']);
  });
});

describe('tests of presence and kind', () => {
  it('present, absent and set', () => {
    expect(test('present', 'undefined', 'anything')).toEqual(['yes', 'yes']);
    expect(test('absent', '1')).toEqual(['no']);
    expect(test('set', 'undefined', 'false', 'null', '0', 'anything', 'anything ? 1 : null')).toEqual(['no', 'no', 'no', 'yes', 'yes', 'unknown']);
  });

  it('kinds hold when every alternative is of the kind', () => {
    expect(test('function', '() => 1', 'function () {}', '1', 'anything')).toEqual(['yes', 'yes', 'no', 'unknown']);
    expect(test('array', '[1]', '{}')).toEqual(['yes', 'no']);
    expect(test('object', '{}', '[]', "'a'")).toEqual(['yes', 'no', 'no']);
    expect(test('regexp', '/a/', "new RegExp('a')", "'a'")).toEqual(['yes', 'yes', 'no']);
    expect(test('string', "'a'", '`a${anything}`', '1')).toEqual(['yes', 'yes', 'no']);
    expect(test('number', '1', "'1'")).toEqual(['yes', 'no']);
    expect(test('true', 'true', 'false', 'anything ? true : false')).toEqual(['yes', 'no', 'no']);
    expect(test('false', 'false', 'true')).toEqual(['yes', 'no']);
  });

  it('not, any and all combine', () => {
    expect(test('{ not: { equals: 1 } }', '1', '2', 'anything')).toEqual(['no', 'yes', 'unknown']);
    expect(test('{ any: [{ equals: 1 }, function] }', '1', '() => 1', '2')).toEqual(['yes', 'yes', 'no']);
    expect(test('{ all: [{ above: 1 }, { below: 3 }] }', '2', '3')).toEqual(['yes', 'no']);
  });

  it('role: the result of such an API', () => {
    const rule = 'sites: { role: http.request }\nfails: [{ argument: url, is: { role: jwt.decode } }]';
    expect(verdicts(rule, [CLIENT], { 'a.js': "import client, { decode } from 'client';\nconst u = decode(t);\nclient.get(u);\nclient.get('/');" })).toEqual(['a.js:3 fail', 'a.js:4 pass']);
  });

  it('fallback: reads the environment with such a fallback', () => {
    expect(test('{ fallback: literal }', "process.env.KEY || 'dev'", "process.env.KEY ?? ''", 'process.env.KEY', "'dev'")).toEqual(['yes', 'no', 'no', 'no']);
    expect(test('{ fallback: any }', "process.env.KEY ?? ''", 'process.env.KEY')).toEqual(['yes', 'no']);
  });
});

describe('where a value comes from', () => {
  const injection = `
sites: { role: sql.execute }
fails:
  - { when: { argument: statement, is: { built-from: request, for: sql } }, message: "text built from {source}" }
  - { when: { argument: statement, is: { built-from: dynamic, for: sql } }, priority: P2 }
`;
  const handler = (body: string) => ({ 'a.js': `import server from 'server';\nimport { query, escape } from 'database';\nconst app = server();\napp.get('/', (req, res) => {\n${body}\n});` });

  it('built-from request tells the path from source to sink', () => {
    const { sites } = outcomeOf(injection, [SERVER, DATABASE], handler('query(`SELECT ${req.query.id}`);'));
    expect(sites).toMatchObject([{ verdict: 'fail', priority: 'P1', confidence: 'high' }]);
    expect(sites[0]!.steps.length).toBeGreaterThan(0);
    expect(sites[0]!.message).toBe(`text built from ${sites[0]!.steps[0]!.text}`);
  });

  it('built-from dynamic asks for text that is put together', () => {
    const files = { 'a.js': "import { query, escape } from 'database';\nexport const a = (x) => query('SELECT ' + x);\nexport const b = () => query('SELECT ' + 'x');\nexport const c = (x) => query(['SELECT', x].join(' '));\nexport const d = (x) => query({ text: `SELECT ${x}` });\nexport const e = (x) => query('SELECT ' + escape(x));" };
    expect(verdicts(injection, [SERVER, DATABASE], files)).toEqual(['a.js:2 fail', 'a.js:3 pass', 'a.js:4 fail', 'a.js:5 fail', 'a.js:6 pass']);
  });

  it('built-from dynamic is unknown for a statement that is only passed along', () => {
    expect(verdicts(injection, [SERVER, DATABASE], { 'a.js': "import { query } from 'database';\nexport const run = (text) => query(text);" })).toEqual(['a.js:2 unknown']);
  });

  it('from: some origin is of this kind', () => {
    const rule = 'sites: { role: sql.execute }\nfails: [{ argument: statement, is: { from: [request, environment] } }]';
    expect(verdicts(rule, [SERVER, DATABASE, ENVIRONMENT], handler("query(req.query.text);\nquery(process.env.SQL);\nquery('SELECT 1');"))).toEqual(['a.js:5 fail', 'a.js:6 fail', 'a.js:7 pass']);
  });
});
