/** Words about the client behind a call: `client-argument`, `result-has`, `library-has`, `made-with`. */
import { describe, expect, it } from 'vitest';
import { verdicts } from '../support/judge.js';

const LIBRARY = `
package: library
aliases:
  "Api": "default"
  "Api#": "default#"
  "default#with()": "default#"
  "get()": "Request#"
  "Request#set()": receiver
roles:
  http.request:
    - { call: ["default#send", get], arguments: { timeout: "1.timeout", agent: "1.agent" } }
  http.client.create:
    - { new: [default], arguments: { timeout: "0.waitFor" } }
    - { call: ["default#with"], arguments: { timeout: "0.waitFor" } }
    - { new: [Agent], arguments: { limit: "0.limit" } }
  http.request.timeout: { call: ["Request#timeout"], arguments: { timeout: 0 } }
  http.defaults: { write: [defaults.waitFor], arguments: { timeout: value } }
`;
const OTHER = `
package: other
roles:
  http.request: { call: [fetch] }
  http.defaults: { write: [defaults.waitFor], arguments: { timeout: value } }
`;
const IMPORTS = "import Api, { get, Agent, defaults } from 'library';\n";

function judged(passes: string, code: string): string[] {
  return verdicts(`sites: { role: http.request }\npasses: [${passes}]`, [LIBRARY, OTHER], { 'a.ts': IMPORTS + code });
}

describe('client-argument', () => {
  it.each([
    ['where the client is made', "const api = new Api({ waitFor: 5 }); api.send('/');", 'pass'],
    ['where it is made from another one', "const api = new Api().with({ waitFor: 5 }); api.send('/');", 'pass'],
    ['on the client that it was made from', "const api = new Api({ waitFor: 5 }).with({}); api.send('/');", 'pass'],
    ['under a name that the model does not give it', "const api = new Api({ timeout: 5 }); api.send('/');", 'fail'],
    ['on no client', "const api = new Api({}); api.send('/');", 'fail'],
    ['for a function of the library itself', "get('/');", 'fail'],
    ['for a client of which only the type is known', 'export function f(api: Api) { api.send("/"); }', 'unknown'],
    ['for a typed parameter, by what every caller passes', 'function f(api: Api) { api.send("/"); } f(new Api({ waitFor: 5 }));', 'pass'],
    ['on one of two clients only', 'const api = process.env.X ? new Api({ waitFor: 5 }) : new Api({}); api.send("/");', 'fail'],
    ['on both of two clients', 'const api = process.env.X ? new Api({ waitFor: 5 }) : new Api({ waitFor: 9 }); api.send("/");', 'pass'],
    ['on a client made when first asked for', 'let held: Api | null = null; const api = () => (held ??= new Api({ waitFor: 5 })); api().send("/");', 'pass'],
    ['for a typed parameter that may be null', 'function f(api: Api | null) { api!.send("/"); } f(process.env.X ? new Api({}) : null);', 'fail'],
  ])('%s', (_name, code, verdict) => {
    expect(judged('{ client-argument: timeout }', code)).toEqual([`a.ts:2 ${verdict}`]);
  });
});

describe('result-has', () => {
  it.each([
    ['called on the result', "get('/').timeout(5);", 'pass'],
    ['after calls that give back their receiver', "get('/').set('a', 'b').timeout(5);", 'pass'],
    ['on a variable that holds it', "const pending = get('/'); pending.timeout(5);", 'pass'],
    ['on another one', "const other = get; const pending = get('/'); unrelated.timeout(5);", 'fail'],
  ])('%s', (_name, code, verdict) => {
    expect(judged('{ result-has: { role: http.request.timeout } }', code)).toEqual([`a.ts:2 ${verdict}`]);
  });
});

describe('library-has', () => {
  const passes = '{ library-has: { role: http.defaults } }';

  it('holds for every use of the same library', () => {
    expect(judged(passes, "defaults.waitFor = 5; get('/');")).toEqual(['a.ts:2 pass']);
  });

  it('does not hold for another library', () => {
    expect(judged(passes, "import { defaults as theirs } from 'other'; theirs.waitFor = 5; get('/');")).toEqual(['a.ts:2 fail']);
  });
});

describe('made-with', () => {
  const passes = '{ argument: agent, is: { made-with: limit } }';

  it.each([
    ['made with it', "get('/', { agent: new Agent({ limit: 5 }) });", 'pass'],
    ['made with it elsewhere', "const agent = new Agent({ limit: 5 }); get('/', { agent });", 'pass'],
    ['made without it', "get('/', { agent: new Agent({}) });", 'fail'],
    ['of unknown making', "export const f = (agent) => get('/', { agent });", 'unknown'],
    ['not there', "get('/');", 'fail'],
  ])('%s', (_name, code, verdict) => {
    expect(judged(passes, code)).toEqual([`a.ts:2 ${verdict}`]);
  });
});
