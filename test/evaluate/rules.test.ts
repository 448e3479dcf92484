import { describe, expect, it } from 'vitest';
import { evaluateWith } from '../../src/evaluate/index.js';
import { programOf } from '../support/audit-case.js';
import { modelOf, outcomeOf, ruleOf, verdicts } from '../support/judge.js';
import { CLIENT, ENVIRONMENT } from './models.js';

const IMPORT = "import client, { decode } from 'client';\n";

describe('the judgement on a site', () => {
  const rule = `
sites: { role: http.request }
ignores: { argument: url, is: { equals: /ignored } }
fails:
  - { when: { argument: url, is: { equals: /first } }, message: "first {name} of {package}", priority: P0, confidence: low }
  - { argument: url, is: { matches: "^/(first|second)$" } }
passes:
  - { when: { option: timeout }, because: a timeout is set }
`;

  it('looks at ignores, fails, passes and otherwise in this order', () => {
    const { sites } = outcomeOf(rule, [CLIENT], { 'a.js': `${IMPORT}client.get('/ignored');\nclient.get('/first', { timeout: 1 });\nclient.get('/second', { timeout: 1 });\nclient.get('/third', { timeout: 1 });\nclient.get('/fourth');` });
    expect(sites.map(({ verdict, message, priority, confidence }) => ({ verdict, message, priority, confidence }))).toEqual([
      { verdict: 'fail', message: 'first get of client', priority: 'P0', confidence: 'low' },
      { verdict: 'fail', message: 'the message about client.get', priority: 'P1', confidence: 'high' },
      { verdict: 'pass', message: 'a timeout is set', priority: 'P1', confidence: 'high' },
      { verdict: 'fail', message: 'the message about client.get', priority: 'P1', confidence: 'high' },
    ]);
  });

  it('is unknown when no clause is yes and one is unknown, and says what could not be told', () => {
    const { kind, sites } = outcomeOf('sites: { role: http.request }\npasses: [{ option: timeout }]', [CLIENT], { 'a.js': `${IMPORT}export const f = (o) => client.get('/', o);\nclient.get('/');` });
    expect(kind).toBe('decided');
    expect(sites).toMatchObject([{ verdict: 'unknown', message: 'client.get: it cannot be told whether timeout is set' }, { verdict: 'fail' }]);
  });

  it('counts a fail only when it is sure, and a later pass still counts', () => {
    const either = "sites: { role: http.request }\nfails: [{ argument: url, is: { equals: /x } }]\npasses: [{ option: timeout }]";
    expect(verdicts(either, [CLIENT], { 'a.js': `${IMPORT}export const f = (u) => client.get(u, { timeout: 1 });` })).toEqual(['a.js:2 pass']);
  });

  it('carries label, symbol and recipe', () => {
    const withFix = 'sites: { role: http.request }\npasses: [{ option: timeout }]\nfix: { default: { before: a, after: b }, client: { before: a, after: b } }';
    const { sites } = outcomeOf(withFix, [CLIENT], { 'a.js': `${IMPORT}class Api { load() { return client.get('/'); } }` });
    expect(sites).toMatchObject([{ label: 'client.get', symbol: 'Api.load', recipe: 'client', location: { path: 'a.js', line: 2, column: 29 } }]);
  });

  it('takes the recipe of the library that is called, not of the first that shares its model', () => {
    const shared = 'packages: [client, other, other/promise]\nread-from: ["client 1.0.0: index.d.ts"]\nroles: { http.request: { call: ["default.get"] } }';
    const withFix = 'sites: { role: http.request }\npasses: [{ option: timeout }]\nfix: { default: { before: a, after: b }, client: { before: a, after: b }, other: { before: a, after: b } }';
    const { sites } = outcomeOf(withFix, [shared], {
      'a.js': "import other from 'other';\nother.get('/');",
      'b.js': "import promised from 'other/promise';\npromised.get('/');",
      'c.js': "import client from 'client';\nclient.get('/');",
    });
    expect(sites.map(({ recipe }) => recipe)).toEqual(['other', 'other', 'client']);
  });
});

describe('groups of sites', () => {
  it('are named on each site of which their condition surely holds', () => {
    const rule = 'sites: { role: http.request }\ngroups: [{ name: firsts, when: { argument: url, is: { equals: /first } } }]\npasses: [{ option: timeout }]';
    const { sites } = outcomeOf(rule, [CLIENT], { 'a.js': `${IMPORT}client.get('/first');\nclient.get('/second');\nexport const f = (u) => client.get(u);` });
    expect(sites.map(({ groups }) => groups)).toEqual([['firsts'], undefined, undefined]);
  });
});

describe('the outcome of a rule', () => {
  it('is not applicable without sites', () => {
    expect(outcomeOf('sites: { role: http.request }', [CLIENT], { 'a.js': 'f();' })).toMatchObject({ kind: 'not-applicable', reason: 'no site was found', sites: [] });
  });

  it('is not applicable when applies does not hold', () => {
    const rule = 'applies: { when: { depends-on: client }, reason: there is no client }\nsites: { project: true }\notherwise: fail';
    expect(outcomeOf(rule, [], { 'a.js': 'f();' })).toMatchObject({ kind: 'not-applicable', reason: 'there is no client' });
    const manifest = JSON.stringify({ name: 'app', dependencies: { client: '^1.0.0' } });
    expect(outcomeOf(rule, [], { 'a.js': 'f();', 'package.json': manifest })).toMatchObject({ kind: 'decided', sites: [{ verdict: 'fail', label: 'app', location: { path: 'package.json', line: 1 } }] });
  });

  it('is unverified when nothing could be told of any site', () => {
    expect(outcomeOf('sites: { role: http.request }\npasses: [{ option: timeout }]', [CLIENT], { 'a.js': `${IMPORT}export const f = (o) => client.get('/', o);` })).toMatchObject({ kind: 'unverified', sites: [{ verdict: 'unknown' }] });
  });

  it('keeps one result for a place, the worst', () => {
    const rule = 'sites: { any-of: [{ role: http.request }, { role: http.* }] }\npasses: [{ option: timeout }]';
    expect(verdicts(rule, [CLIENT], { 'a.js': `${IMPORT}client.get('/');` })).toEqual(['a.js:2 fail']);
  });

  it('is an error when the rule itself fails, and the other rules go on', () => {
    const rules = [ruleOf('id: broken\nsites: { project: true }\nfails: [{ check: no.such-predicate }]'), ruleOf('sites: { role: http.request }\notherwise: fail')];
    const program = programOf({ 'a.js': `${IMPORT}client.get('/');` }, [modelOf(CLIENT)]);
    const outcomes = evaluateWith({ rules, models: [] })(program);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['error', 'decided']);
    expect(outcomes[0]!.reason).toContain('no.such-predicate');
    expect(() => evaluateWith({ rules, models: [] }, { rethrow: true })(program)).toThrow('no.such-predicate');
  });
});

describe('site selectors', () => {
  it('where keeps the sites for which it holds', () => {
    const rule = 'sites: { role: http.request, where: { argument: url, is: { equals: /a } } }\notherwise: fail';
    expect(verdicts(rule, [CLIENT], { 'a.js': `${IMPORT}client.get('/a');\nclient.get('/b');\nexport const f = (u) => client.get(u);` })).toEqual(['a.js:2 fail', 'a.js:4 unknown']);
  });

  it('finds environment reads by the variable', () => {
    const rule = 'sites: { environment-read: true, where: { not: { variable: harmless } } }\nfails: [{ when: { all: [{ variable: secret }, { fallback: literal }] }, message: "{label} falls back to {value}" }]';
    const { sites } = outcomeOf(rule, [ENVIRONMENT], { 'a.js': "export const key = process.env.API_KEY || 'dev';\nexport const port = process.env.PORT || 3000;\nexport const url = process.env.API_URL;" });
    expect(sites.map(({ label, verdict, message }) => [label, verdict, message])).toEqual([
      ['API_KEY', 'fail', 'API_KEY falls back to dev'],
      ['API_URL', 'pass', 'The requirement'],
    ]);
  });
});

describe('packages', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'root', workspaces: ['*'] }),
    'app/package.json': JSON.stringify({ name: 'app', dependencies: { shared: '*' } }),
    'app/a.js': `${IMPORT}client.get('/');`,
    'other/package.json': JSON.stringify({ name: 'other' }),
    'other/a.js': `${IMPORT}client.get('/');`,
    'shared/package.json': JSON.stringify({ name: 'shared' }),
    'shared/a.js': `${IMPORT}decode(t);`,
  };
  const judge = (rule: string) => evaluateWith({ rules: [ruleOf(rule)], models: [] }, { rethrow: true })(programOf(files, [modelOf(CLIENT)]));

  it('are judged one by one, those with source only', () => {
    expect(judge('sites: { role: http.request }\notherwise: fail').map((outcome) => [outcome.package, outcome.kind])).toEqual([
      ['app', 'decided'],
      ['other', 'decided'],
      ['shared', 'not-applicable'],
    ]);
  });

  it('are satisfied by a control in a workspace package that they depend on', () => {
    const outcomes = judge('sites: { role: http.request }\npasses: [{ project-has: { role: jwt.decode } }]');
    expect(outcomes.map((outcome) => outcome.sites.map((site) => site.verdict))).toEqual([['pass'], ['fail'], []]);
  });

  it('are not made applicable by one', () => {
    const outcomes = judge('applies: { when: { project-has: { role: jwt.decode } }, reason: no token }\nsites: { project: true }');
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['not-applicable', 'not-applicable', 'decided']);
  });
});

describe('depends-on', () => {
  const rule = 'sites: { project: true }\nfails: [{ depends-on: [client], range: "<5" }]';
  const withRange = (range: string, kind = 'dependencies') => verdicts(rule, [], { 'a.js': 'f();', 'package.json': JSON.stringify({ name: 'app', [kind]: { client: range } }) });

  it('compares the declared range', () => {
    expect(withRange('^4.1.0')).toEqual(['package.json:1 fail']);
    expect(withRange('^5.0.0')).toEqual(['package.json:1 pass']);
    expect(withRange('>=4')).toEqual(['package.json:1 unknown']);
    expect(withRange('workspace:*')).toEqual(['package.json:1 unknown']);
  });

  it('does not count what is only used in development', () => {
    expect(withRange('^4.1.0', 'devDependencies')).toEqual(['package.json:1 pass']);
  });
});
