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
    ['in place of a mark in the host', `mark('https://{region}.example.com/status'.replace('{region}', req.query.region))`],
    ['in place of a mark that begins it', `mark('%BASE%/status'.replace('%BASE%', req.query.base))`],
    ['as the address in which something is replaced', `mark(req.query.url.replace(':id', '1'))`],
  ])('%s', (_name, body) => {
    expect(inHandler(body)).toContain('request');
  });
});

describe('request data only names a page', () => {
  test.each([
    ['in place of a parameter of the path', `mark('/users/:id/pages'.replace(':id', req.query.id))`],
    ['in place of a parameter of a path that is not known', 'const fill = (id, path) => path.replace(/(:id)/i, id); mark(fill(req.query.id, pathOf(1)))'],
    ['in place of a mark behind the host', `mark('https://api.example.com/{id}'.replace('{id}', req.query.id))`],
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
