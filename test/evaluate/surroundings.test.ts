import { describe, expect, it } from 'vitest';
import { verdicts } from '../support/judge.js';
import { CLIENT, ENVIRONMENT } from './models.js';

const IMPORTS = "import client, { Client, decode, verify, withTimeout, release } from 'client';\n";

function client(code: string): Record<string, string> {
  return { 'a.js': IMPORTS + code };
}

describe('enclosed-by', () => {
  const rule = 'sites: { role: http.request }\npasses: [{ enclosed-by: { role: timeout.wrapper } }]';

  it.each([
    ['as an argument', "withTimeout(client.get('/'));"],
    ['inside a function that is an argument', "withTimeout(async () => { const r = await client.get('/'); return r; });"],
    ['through a variable that holds the promise', "const promise = client.get('/'); withTimeout(promise);"],
    ['through a named function that is handed over', "const load = () => client.get('/'); withTimeout(load);"],
    ['where every caller does so', "function load() { return client.get('/'); } withTimeout(() => load());"],
  ])('holds %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 pass']);
  });

  it.each([
    ['beside such a call', "withTimeout(other()); client.get('/');"],
    ['where one caller does not', "function load() { return client.get('/'); } withTimeout(() => load()); load();"],
    ['as the callee', "client.get('/').then(withTimeout);"],
  ])('does not hold %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 fail']);
  });
});

describe('preceded-by', () => {
  const rule = 'sites: { role: jwt.decode }\npasses: [{ preceded-by: { role: jwt.verify, same: token } }]';

  it.each([
    ['in the same function', 'export function f(token) { verify(token); return decode(token); }'],
    ['inside a try whose handler leaves', 'export function f(token) { try { verify(token); } catch (e) { return null; } return decode(token); }'],
    ['in a function that is called before', 'function check(t) { verify(t); } export function f(token) { check(token); return decode(token); }'],
    ['before every call of the function', 'function read(t) { return decode(t); } export function f(token) { verify(token); return read(token); }'],
  ])('holds when it comes earlier %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 pass']);
  });

  it.each([
    ['on one branch only', 'export function f(token) { if (strict) { verify(token); } return decode(token); }'],
    ['later', 'export function f(token) { const p = decode(token); verify(token); return p; }'],
    ['of another value', 'export function f(token, other) { verify(other); return decode(token); }'],
    ['inside a try whose handler goes on', 'export function f(token) { try { verify(token); } catch (e) {} return decode(token); }'],
    ['after an early return in a function that is called before', 'function check(t) { if (!t) return; verify(t); } export function f(token) { check(token); return decode(token); }'],
    ['in a function that only may verify', 'function check(t) { if (strict) verify(t); } export function f(token) { check(token); return decode(token); }'],
  ])('does not hold when it comes %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 fail']);
  });
});

describe('followed-by', () => {
  const rule = 'sites: { role: http.request }\npasses: [{ followed-by: { role: release } }]';

  it('holds when it comes later in the function', () => {
    expect(verdicts(rule, [CLIENT], client("export function f() { client.get('/'); release(); }"))).toEqual(['a.js:2 pass']);
  });

  it('does not look before the site or into other functions', () => {
    expect(verdicts(rule, [CLIENT], client("export function f() { release(); client.get('/'); }\nexport function g() { release(); }"))).toEqual(['a.js:2 fail']);
  });
});

describe('receiver-has', () => {
  const rule = 'sites: { role: http.request }\npasses: [{ receiver-has: { role: http.defaults } }]';

  it('holds when the same client object is used so', () => {
    expect(verdicts(rule, [CLIENT], client("const a = client.create();\nconst b = client.create();\na.defaults.timeout = 5;\na.get('/');\nb.get('/');"))).toEqual(['a.js:5 pass', 'a.js:6 fail']);
  });

  it('takes the package itself for one client', () => {
    expect(verdicts(rule, [CLIENT], client("client.defaults.timeout = 5;\nclient.get('/');"))).toEqual(['a.js:3 pass']);
  });
});

describe('guarded-by', () => {
  const rule = 'sites: { role: http.request }\npasses: [{ guarded-by: not-production }]';

  it.each([
    ['a comparison', "if (process.env.NODE_ENV !== 'production') { client.get('/'); }"],
    ['another stage', "if (process.env.NODE_ENV === 'development') client.get('/');"],
    ['an early exit', "export function f() { if (process.env.NODE_ENV === 'production') return; client.get('/'); }"],
    ['a variable', "const isProduction = process.env.NODE_ENV === 'production'; if (!isProduction) client.get('/');"],
    ['a conjunction', "if (debug && process.env.NODE_ENV !== 'production') client.get('/');"],
    ['a conditional expression', "export const x = process.env.NODE_ENV === 'production' ? null : client.get('/');"],
  ])('holds inside %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT, ENVIRONMENT], client(code))).toEqual(['a.js:2 pass']);
  });

  it.each([
    ['production', "if (process.env.NODE_ENV === 'production') client.get('/');"],
    ['a disjunction', "if (debug || process.env.NODE_ENV !== 'production') client.get('/');"],
    ['another variable', "if (process.env.MODE !== 'production') client.get('/');"],
  ])('does not hold inside %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT, ENVIRONMENT], client(code))).toEqual(['a.js:2 fail']);
  });
});

describe('result', () => {
  const rule = 'sites: { role: jwt.verify }\nfails: [{ result: ignored }]';

  it('is ignored when the call is a statement', () => {
    expect(verdicts(rule, [CLIENT], client('verify(a);\nexport async function f() { await verify(b); void verify(c); }'))).toEqual(['a.js:2 fail', 'a.js:3 fail', 'a.js:3 fail']);
  });

  it.each(['export const x = verify(a);', 'export const f = () => verify(a);', 'if (verify(a)) {}', 'g(verify(a));', 'export function f() { return verify(a); }', 'o.p = verify(a);'])('is not in %s', (code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 pass']);
  });
});

describe('flows-to authorization', () => {
  const rule = 'sites: { role: jwt.decode }\nfails: [{ flows-to: authorization }]';

  it.each([
    ['a right that is read', 'const p = decode(t); if (p.role) {}'],
    ['destructuring', 'const { userId } = decode(t); use(userId);'],
    ['a comparison', "if (decode(t).kind === 'x') {}"],
    ['assignment to the request', 'req.user = decode(t);'],
    ['a return', 'function read(t) { return decode(t); } const p = read(x); use(p.sub);'],
    ['a parameter', 'function allow(p) { return p.isAdmin; } allow(decode(t));'],
  ])('is seen through %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 fail']);
  });

  it.each([
    ['the expiry', 'const p = decode(t); show(p.exp);'],
    ['a test for null', 'const p = decode(t); if (p === null) {}'],
  ])('is not %s', (_name, code) => {
    expect(verdicts(rule, [CLIENT], client(code))).toEqual(['a.js:2 pass']);
  });
});

describe('in-function, name and role', () => {
  it('tests the name of the innermost named function', () => {
    const rule = "sites: { role: http.request }\npasses: [{ in-function: { matches: '^health' } }]";
    expect(verdicts(rule, [CLIENT], client("export function healthCheck() { return [1].map(() => client.get('/')); }\nexport function load() { client.get('/'); }\nclient.get('/');"))).toEqual([
      'a.js:2 pass',
      'a.js:3 fail',
      'a.js:4 fail',
    ]);
  });

  it('tests the label', () => {
    const rule = "sites: { role: http.request }\npasses: [{ name: { equals: client.get } }]";
    expect(verdicts(rule, [CLIENT], client("client.get('/');\nconst c = client; c.get('/');"))).toEqual(['a.js:2 pass', 'a.js:3 fail']);
  });

  it('tests the role, families included', () => {
    const rule = 'sites: { role: [jwt.decode, http.request] }\npasses: [{ role: jwt.* }]';
    expect(verdicts(rule, [CLIENT], client("decode(t);\nclient.get('/');"))).toEqual(['a.js:2 pass', 'a.js:3 fail']);
  });
});
