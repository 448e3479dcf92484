/** Where code runs: front-end code, `entry-exports`; and `surely`. */
import { describe, expect, it } from 'vitest';
import { verdicts } from '../support/judge.js';

const MODEL = `
package: global
roles:
  http.request: { call: [fetch], arguments: { url: 0 } }
  browser.storage: { call: [localStorage.getItem] }
  browser.render: { call: ["react-dom/client:createRoot"] }
`;
const BROWSER = 'sites: { role: http.request }\npasses: [{ name: { equals: none } }]';

describe('front-end code is not judged', () => {
  it.each([
    ['a file that says so', { 'a.ts': "'use client';\nfetch('/');" }],
    ['a file that uses what only a browser has', { 'a.ts': "localStorage.getItem('x');\nfetch('/');" }],
    ['a file that only such files import', { 'a.ts': "export const load = () => fetch('/');", 'b.ts': "'use client';\nimport { load } from './a.js';\nload();" }],
    ['through a barrel, and imported on demand', { 'a.ts': "export const load = () => fetch('/');", 'i.ts': "export * from './a.js';", 'b.ts': "'use client';\nimport('./i.js');" }],
    ['a file that the entry of the package offers besides', { 'a.ts': "export const load = () => fetch('/');", 'b.ts': "'use client';\nimport './a.js';", 'index.ts': "export { load } from './a.js';" }],
    [
      'a file that a barrel offers to others too, who take something else',
      {
        'a.ts': "export const load = () => fetch('/');",
        'z.ts': 'export const other = 1;',
        'index.ts': "export { load } from './a.js'; export * from './z.js';",
        'b.ts': "'use client';\nimport { load } from './index.js';",
        'c.ts': "import { other } from './index.js';",
      },
    ],
    [
      'all of a package that puts an application into the page and answers no request',
      { 'web/package.json': '{ "name": "web" }', 'web/main.tsx': "import { createRoot } from 'react-dom/client';\ncreateRoot(root);", 'web/client.ts': "export const load = () => fetch('/');" },
    ],
    ['files that import each other', { 'a.ts': "import './c.js';\nexport const load = () => fetch('/');", 'c.ts': "import './a.js';", 'b.ts': "'use client';\nimport './a.js';" }],
  ])('%s', (_name, files) => {
    expect(verdicts(BROWSER, [MODEL], files)).toEqual([]);
  });

  it.each([
    ['a file that nothing says anything about', { 'a.ts': "fetch('/');" }],
    ['a file that a server file imports too', { 'a.ts': "export const load = () => fetch('/');", 'b.ts': "'use client';\nimport './a.js';", 'c.ts': "import './a.js';" }],
    ['a file that only the entry of the package offers', { 'a.ts': "export const load = () => fetch('/');", 'index.ts': "export { load } from './a.js';" }],
    ['a file that a server file takes by a barrel', { 'a.ts': "export const load = () => fetch('/');", 'index.ts': "export * from './a.js';", 'b.ts': "'use client';\nimport './a.js';", 'c.ts': "import { load } from './index.js';" }],
    ['files that import each other only', { 'a.ts': "import './b.js'; export const load = () => fetch('/');", 'b.ts': "import './a.js';" }],
    ['a server action that a page imports', { 'a.ts': "'use server'; export const load = () => fetch('/');", 'b.ts': "'use client';\nimport './a.js';" }],
    ['a file whose types a page imports', { 'a.ts': "export const load = () => fetch('/'); export type T = string;", 'b.ts': "'use client';\nimport type { T } from './a.js';" }],
  ])('but %s', (_name, files) => {
    expect(verdicts(BROWSER, [MODEL], files)).toEqual(['a.ts:1 fail']);
  });
});

describe('a component in a file that a server runs too', () => {
  const REACT = 'package: react\nroles:\n  browser.component: { call: [useState] }';

  it('is not judged, nor is what is written in it', () => {
    const text = "'use server';\nimport { useState } from 'react';\nexport const load = () => fetch('/');\nexport function Page() { const [a] = useState(0); return () => fetch(a); }";
    expect(verdicts(BROWSER, [MODEL, REACT], { 'a.tsx': text })).toEqual(['a.tsx:3 fail']);
  });
});

describe('entry-exports', () => {
  const rule = 'sites: { role: http.request }\npasses: [{ entry-exports: [limit, config.limit] }]';

  it.each([
    ['in the file itself', { 'a.ts': "export const load = () => fetch('/');\nexport const limit = 5;" }],
    ['inside an exported object', { 'a.ts': "export const load = () => fetch('/');\nexport const config = { limit: 5 };" }],
    ['in every file that leads to it', { 'a.ts': "export const load = () => fetch('/');", 'b.ts': "import { load } from './a.js'; export const limit = 5; export function GET() { return load(); }" }],
  ])('holds %s', (_name, files) => {
    expect(verdicts(rule, [MODEL], files)).toEqual(['a.ts:1 pass']);
  });

  it.each([
    ['nowhere', { 'a.ts': "export const load = () => fetch('/');" }],
    ['not exported', { 'a.ts': "export const load = () => fetch('/');\nconst limit = 5;" }],
    [
      'in one of two files that lead to it',
      {
        'a.ts': "export const load = () => fetch('/');",
        'b.ts': "import { load } from './a.js'; export const limit = 5; export function GET() { return load(); }",
        'c.ts': "import { load } from './a.js'; export function job() { return load(); }",
      },
    ],
    ['a function that calls itself', { 'a.ts': "export function load(n) { fetch('/'); return load(n - 1); }" }],
  ])('does not hold: %s', (_name, files) => {
    expect(verdicts(rule, [MODEL], files)).toEqual(['a.ts:1 fail']);
  });
});

describe('surely', () => {
  const files = { 'a.ts': "export const load = (url) => fetch(url);\nfetch('/local');" };

  it('counts what cannot be told as no', () => {
    const rule = 'sites: { role: http.request }\nignores: { surely: { argument: url, is: { matches: ^/ } } }\npasses: [{ name: { equals: none } }]';
    expect(verdicts(rule, [MODEL], files)).toEqual(['a.ts:1 fail']);
  });

  it('leaves the site unknown without it', () => {
    const rule = 'sites: { role: http.request }\nignores: { argument: url, is: { matches: ^/ } }\npasses: [{ name: { equals: none } }]';
    expect(verdicts(rule, [MODEL], files)).toEqual(['a.ts:1 unknown']);
  });
});
