import { describe, expect, it } from 'vitest';
import { outcomeOf, verdicts } from '../support/judge.js';
import { CLIENT } from './models.js';

const TIMEOUT = 'sites: { role: http.request }\npasses: [{ option: [timeout, signal] }]';

function client(code: string): Record<string, string> {
  return { 'a.js': `import client, { Client } from 'client';\n${code}` };
}

describe('option', () => {
  it('holds when one of the options is set', () => {
    expect(verdicts(TIMEOUT, [CLIENT], client("client.get('/', { timeout: 5 });\nclient.get('/', { signal: s });\nclient.get('/', {});\nclient.get('/');"))).toEqual([
      'a.js:2 pass',
      'a.js:3 pass',
      'a.js:4 fail',
      'a.js:5 fail',
    ]);
  });

  it('takes undefined, null and false for not set', () => {
    expect(verdicts(TIMEOUT, [CLIENT], client("client.get('/', { timeout: undefined });\nclient.get('/', { timeout: null });\nclient.get('/', { timeout: false });"))).toEqual([
      'a.js:2 fail',
      'a.js:3 fail',
      'a.js:4 fail',
    ]);
  });

  it('is unknown for options that cannot be seen', () => {
    expect(verdicts(TIMEOUT, [CLIENT], client("export const f = (options) => client.get('/', options);\nexport const g = (args) => client.get(...args);\nexport const h = (o) => client.get('/', { ...o });"))).toEqual([
      'a.js:2 unknown',
      'a.js:3 unknown',
      'a.js:4 unknown',
    ]);
  });

  it('is unknown when only some paths set it', () => {
    expect(verdicts(TIMEOUT, [CLIENT], client("client.get('/', fast ? { timeout: 5 } : {});"))).toEqual(['a.js:2 unknown']);
  });

  it('goes deeper with dots', () => {
    const rule = 'sites: { role: http.request }\nfails: [{ option: tls.verify, is: { equals: false } }]';
    expect(verdicts(rule, [CLIENT], client("client.get('/', { tls: { verify: false } });\nclient.get('/', { tls: { verify: true } });\nclient.get('/', { tls: {} });"))).toEqual([
      'a.js:2 fail',
      'a.js:3 pass',
      'a.js:4 pass',
    ]);
  });
});

describe('client-option', () => {
  const rule = 'sites: { role: http.request }\npasses: [{ client-option: timeout }]';

  it('reads the options of the call that made the client, and names the place', () => {
    const { sites } = outcomeOf(rule, [CLIENT], client("const api = client.create({ timeout: 5 });\napi.get('/');"));
    expect(sites).toMatchObject([{ verdict: 'pass', message: 'timeout is set where the client is made', related: [{ location: { path: 'a.js', line: 2 } }] }]);
  });

  it('follows a client through files', () => {
    const files = { 'api.js': "import { Client } from 'client';\nexport const api = new Client({ timeout: 1 });", 'a.js': "import { api } from './api.js';\napi.get('/');" };
    expect(verdicts(rule, [CLIENT], files)).toEqual(['a.js:2 pass']);
  });

  it('fails for a client made without, and for a function of the package itself', () => {
    expect(verdicts(rule, [CLIENT], client("const api = client.create();\napi.get('/');\nclient.get('/');"))).toEqual(['a.js:3 fail', 'a.js:4 fail']);
  });

  it('is unknown for a client of which only the type is known', () => {
    const files = { 'a.ts': "import type { Client } from 'client';\nexport function load(api: Client) { return api.get('/'); }" };
    expect(verdicts(rule, [CLIENT], files)).toEqual(['a.ts:2 unknown']);
  });
});

describe('argument and attribute', () => {
  it('tests a named argument', () => {
    const rule = "sites: { role: http.request }\nfails: [{ argument: url, is: { matches: '^http://' } }]";
    expect(verdicts(rule, [CLIENT], client("client.get('http://a');\nclient.get('https://a');\nclient.get(`http://${host}/`);\nclient.get(url);"))).toEqual([
      'a.js:2 fail',
      'a.js:3 pass',
      'a.js:4 fail',
      'a.js:5 unknown',
    ]);
  });

  it('tests an attribute of the model entry and puts it into the message', () => {
    const rule = "sites: { role: http.request }\nfails: [{ when: { attribute: service, is: { equals: Client } }, message: 'a call to {service}' }]";
    expect(outcomeOf(rule, [CLIENT], client("client.get('/');")).sites).toMatchObject([{ verdict: 'fail', message: 'a call to Client' }]);
  });
});
