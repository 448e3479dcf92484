/** Words about routes: what they are, what runs before them, what their handlers do. */
import { describe, expect, it } from 'vitest';
import { outcomeOf, verdicts } from '../support/judge.js';

const SERVER = `
package: server
callbacks:
  - { call: ["default()#get", "default()#post", "default()#use"], parameters: ["Request#", "Response#", "Next"] }
roles:
  http.app.create: { call: [default], attributes: { framework: server, scoping: ordered } }
  http.route: { call: ["default()#get", "default()#post"], arguments: { path: 0, handlers: "1.." } }
  http.middleware.use: { call: ["default()#use"], arguments: { path: 0, handlers: "0.." }, attributes: { matching: prefix, falls-through: true, error-parameters: 4 } }
  http.response.status: { call: ["Response#status"], arguments: { status: 0 } }
  http.exception: { new: [Unauthorized], attributes: { status: 401 } }
  request.body: { read: ["Request#body"] }
`;
const LIMITER = `
package: limiter
roles:
  rate-limit:
    - { call: [default], arguments: { options: 0 } }
    - { call: ["Limiter#consume"], arguments: { key: 0 } }
`;
const HEAD = "import server, { Unauthorized } from 'server'; import limit, { Limiter } from 'limiter'; const app = server(); const limiter = new Limiter();\n";

function judged(rule: string, code: string): string[] {
  return verdicts(rule, [SERVER, LIMITER], { 'a.js': HEAD + code });
}

function messages(rule: string, code: string): string[] {
  return outcomeOf(rule, [SERVER, LIMITER], { 'a.js': HEAD + code }).sites.map((site) => site.message);
}

describe('method and path', () => {
  it('keep the routes that fit', () => {
    const rule = 'sites: { route: true, where: [{ method: { equals: [POST] } }, { path: { matches: "^/api/" } }] }\notherwise: fail';
    expect(judged(rule, "app.get('/api/a', f);\napp.post('/api/b', f);\napp.post('/c', f);")).toEqual(['a.js:3 fail']);
  });
});

describe('chain-has', () => {
  const rule = 'sites: { route: true }\npasses: [{ chain-has: { role: rate-limit } }]';

  it.each([
    ['on the route', "app.get('/', limit({ max: 5 }), (req, res) => res.end());"],
    ['on the application', "app.use(limit()); app.get('/', (req, res) => res.end());"],
    ['held by a variable', "const guard = limit(); app.get('/', guard, (req, res) => res.end());"],
    ['in a middleware of the program', "const guard = async (req, res, next) => { await limiter.consume(req.ip); next(); }; app.get('/', guard, (req, res) => res.end());"],
    ['in what such a middleware calls', "async function check(key) { await limiter.consume(key); } app.use(async (req, res, next) => { await check(req.ip); next(); }); app.get('/', (req, res) => res.end());"],
  ])('holds %s', (_name, code) => {
    expect(judged(rule, code)).toEqual(['a.js:2 pass']);
  });

  it.each([
    ['after the route', "app.get('/', (req, res) => res.end()); app.use(limit());"],
    ['on another path', "app.use('/admin', limit()); app.get('/', (req, res) => res.end());"],
    ['made and not used', "limit(); app.get('/', (req, res) => res.end());"],
  ])('does not hold %s', (_name, code) => {
    expect(judged(rule, code)).toEqual(['a.js:2 fail']);
  });

  it.each([
    ['pass', "if (process.env.NODE_ENV === 'production') app.use(limit());"],
    ['pass', "process.env.NODE_ENV === 'production' && app.use(limit());"],
    ['pass', "if (process.env.NODE_ENV !== 'test') app.use(limit());"],
    ['pass', "const isTest = process.env.NODE_ENV === 'test'; if (!isTest) app.use(limit());"],
    ['pass', "if (['production', 'staging'].includes(process.env.NODE_ENV)) app.use(limit());"],
    ['pass', "if (process.env.RATE_LIMIT !== 'off') app.use(limit());"],
    ['pass', "if (!process.env.DISABLE_RATE_LIMIT) app.use(limit());"],
    ['pass', "app.use(process.env.NODE_ENV === 'production' ? limit() : (req, res, next) => next());"],
    ['pass', "app.use(...(process.env.NODE_ENV === 'test' ? [] : [limit()]));"],
    ['fail', "if (process.env.NODE_ENV !== 'production') app.use(limit());"],
    ['fail', "if (process.env.NODE_ENV === 'development') app.use(limit());"],
    ['fail', "app.use(process.env.NODE_ENV === 'production' ? (req, res, next) => next() : limit());"],
    ['unknown', 'if (process.env.RATE_LIMIT) app.use(limit());'],
    ['unknown', "if (process.env.RATE_LIMIT === 'on') app.use(limit());"],
    ['unknown', "if (process.env.NODE_ENV === 'production' && process.env.RATE_LIMIT) app.use(limit());"],
    ['unknown', 'if (settings.limited) app.use(limit());'],
  ])('under a condition: %s with %s', (verdict, code) => {
    expect(judged(rule, `${code} app.get('/', (req, res) => res.end());`)).toEqual([`a.js:2 ${verdict}`]);
  });

  it('tells the condition', () => {
    expect(messages(rule, "if (process.env.NODE_ENV === 'production') app.use(limit()); app.get('/', f);")).toEqual(['limit covers it, only when process.env.NODE_ENV === "production"']);
    expect(messages(rule, "if (process.env.RATE_LIMIT) app.use(limit()); app.get('/', f);")).toEqual(['GET /: it cannot be told whether process.env.RATE_LIMIT where it is deployed']);
  });

  it('asks of the use what `where` says', () => {
    const strict = 'sites: { route: true }\npasses: [{ chain-has: { role: rate-limit, where: { option: max } } }]';
    expect(judged(strict, "app.get('/', limit({ max: 5 }), (req, res) => res.end());")).toEqual(['a.js:2 pass']);
    expect(judged(strict, "app.get('/', limit({}), (req, res) => res.end());")).toEqual(['a.js:2 fail']);
  });
});

describe('handler-has', () => {
  const rule = 'sites: { route: true }\nfails: [{ handler-has: { role: request.body } }]';

  it.each([
    ['the handler reads it', "app.post('/', (req, res) => res.end(req.body.name));", 'fail'],
    ['a function that it calls reads it', "const name = (req) => req.body.name; app.post('/', (req, res) => res.end(name(req)));", 'fail'],
    ['a callback inside it reads it', "app.post('/', (req, res) => { later(() => res.end(req.body.name)); });", 'fail'],
    ['another handler reads it', "app.post('/', (req, res) => res.end('')); export function other(req = app.request) { return 1; }", 'pass'],
  ])('%s', (_name, code, verdict) => {
    expect(judged(rule, code)).toEqual([`a.js:2 ${verdict}`]);
  });
});

describe('chain-misses', () => {
  const rule = 'sites: { route: true }\nfails: [{ when: { chain-misses: { role: rate-limit } } }]';

  it('holds what is registered behind the route, on its path', () => {
    expect(judged(rule, "app.get('/a', f); app.use(limit());\napp.get('/b', f);\napp.use('/api', limit());")).toEqual(['a.js:2 fail', 'a.js:3 pass']);
  });
});

describe('answers-with', () => {
  const rule = (where: string) => `sites: { route: true }\npasses: [{ answers-with: [401, 403], in: ${where} }]`;

  it.each([
    ['chain', "const auth = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); }; app.get('/', auth, (req, res) => res.end());", 'pass'],
    ['chain', "const auth = (req, res, next) => { if (!req.user) throw new Unauthorized(); next(); }; app.use(auth); app.get('/', (req, res) => res.end());", 'pass'],
    ['chain', "const auth = (req, res, next) => { if (!req.user) return res.status(400).end(); next(); }; app.get('/', auth, (req, res) => res.end());", 'fail'],
    ['chain', "app.get('/', (req, res) => { if (!req.user) return res.status(403).end(); res.end(); });", 'fail'],
    ['handler', "app.get('/', (req, res) => { if (!req.user) return res.status(403).end(); res.end(); });", 'pass'],
    ['either', "app.get('/', (req, res) => { const code = 403; res.status(code).end(); });", 'pass'],
  ])('in the %s: %s', (where, code, verdict) => {
    expect(judged(rule(where), code)).toEqual([`a.js:2 ${verdict}`]);
  });
});
