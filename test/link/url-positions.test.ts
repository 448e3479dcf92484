import { describe, expect, test } from 'vitest';
import { originsOf, programOf } from '../support/program.js';

/** Origins of what `mark(…)` is given inside an Express handler, as the address of a request. */
function inHandler(body: string): string[] {
  const main = `import express from 'express'; const app = express(); const BASE = 'https://api.example.com'; app.get('/', (req, res) => { ${body} });`;
  return originsOf(programOf({ 'main.ts': main }), 'main.ts', 'url');
}

describe('request data decides where a URL leads', () => {
  test.each([
    ['as the whole', `mark(req.query.url)`],
    ['as the beginning', 'mark(`${req.query.base}/status`)'],
    ['as the host', 'mark(`https://${req.query.host}/status`)'],
    ['as the host after two slashes', `mark('//' + req.query.host)`],
    ['as a part of the host', 'mark(`https://${req.query.region}.example.com/status`)'],
    ['behind a host without a slash', 'mark(BASE + req.query.path)'],
    ['as the port, in which a host fits', 'mark(`http://localhost:${req.query.port}/`)'],
    ['as an option', `mark({ hostname: req.query.host, path: '/' })`],
    ['as an assigned host', `const u = new URL(BASE); u.host = req.query.host; mark(u)`],
    ['as the first element of a list', `mark([req.query.base, 'status'].join('/'))`],
    ['resolved against a base', `mark(new URL(req.query.path, BASE))`],
  ])('%s', (_name, body) => {
    expect(inHandler(body)).toContain('request');
  });
});

describe('request data only names a page', () => {
  test.each([
    ['behind a written host', 'mark(`https://api.example.com/users/${req.query.id}`)'],
    ['behind a constant host', 'mark(`${BASE}/users/${req.query.id}`)'],
    ['behind a host from the environment', 'mark(`${process.env.API}/users/${req.query.id}`)'],
    ['behind a question mark', `mark('https://example.com?q=' + req.query.q)`],
    ['behind a slash', `mark('/users/' + req.query.id)`],
    ['behind a host in a variable', 'const url = `${BASE}/users`; mark(url + req.query.id)'],
    ['in a list that is joined', `mark([BASE, 'users', req.query.id].join('/'))`],
    ['in the path of options', `mark({ hostname: 'example.com', path: req.query.path })`],
    ['in an assigned path', `const u = new URL(BASE); u.pathname = req.query.path; mark(u)`],
    ['resolved against a base as a path', 'mark(new URL(`/users/${req.query.id}`, BASE))'],
  ])('%s', (_name, body) => {
    expect(inHandler(body)).not.toContain('request');
  });
});
