/** What only browsers run is no part of the program. */
import { describe, expect, it } from 'vitest';
import { model, PACKAGE, programOf, role } from '../support/program.js';

const MODELS = [
  model({
    roles: [
      role('browser.storage', 'call', ['global:localStorage.getItem']),
      role('browser.document', 'write', ['global:document.title']),
      role('browser.component', 'call', ['react:useState']),
      role('browser.component', 'new', ['react:Component']),
      role('browser.render', 'call', ['vue:createApp()#mount']),
      role('http.app.create', 'call', ['express']),
      role('sql.execute', 'call', ['pg:Pool#query']),
    ],
  }),
];
const WEB = { ...PACKAGE, directory: 'web', name: 'web', manifestPath: 'web/package.json' };

const shared = (files: Record<string, string>) => [...programOf(files, MODELS, [PACKAGE, WEB]).shared].map((file) => file.facts.path).sort();
const frontEnd = (files: Record<string, string>) => [...programOf(files, MODELS, [PACKAGE, WEB]).frontEnd.keys()];

describe('front-end code', () => {
  it.each([
    ['says so', "'use client'; export const a = 1;"],
    ['uses what only a browser has', "export const token = () => localStorage.getItem('t');"],
    ['sets what only a browser has', "export function name(title) { document.title = title; }"],
    ['sets it in a function that is run where it stands', "!function () { document.title = 'a'; }();"],
    ['sets it in functions of functions', "!function () { return function () { document.title = 'a'; }(); }();"],
    ['holds it in a constant', "const store = localStorage; export const token = () => store.getItem('t');"],
    ['calls a hook', "import { useState } from 'react'; export const useOpen = () => useState(false);"],
    ['calls a hook of the whole module', "import * as React from 'react'; export const useOpen = () => React.useState(false);"],
    ['takes constants of a database library', "import { useState } from 'react'; import { types } from 'pg'; useState(types);"],
    ['extends a component', "import React from 'react'; export class Page extends React.Component {}"],
  ])('%s', (_name, text) => {
    expect(frontEnd({ 'a.ts': text, 'server.ts': 'listen();' })).toEqual(['a.ts']);
  });

  it('is what only such files import, and not what a server file imports too', () => {
    const files = { 'page.ts': "'use client'; import './own.js'; import './shared.js';", 'own.ts': 'export {};', 'shared.ts': 'export {};', 'server.ts': "import './shared.js';" };
    expect(frontEnd(files)).toEqual(['own.ts', 'page.ts']);
  });

  it('is all of a package that puts an application into the page and answers nothing', () => {
    const files = { 'web/main.js': "import { createApp } from 'vue'; const app = createApp(Root); app.mount('#app');", 'web/api.js': 'export const load = () => fetch("/");' };
    expect(frontEnd(files)).toEqual(['web/api.js', 'web/main.js']);
    expect(frontEnd({ ...files, 'web/server.js': "import express from 'express'; express();" })).toEqual(['web/main.js']);
  });
});

describe('no front-end code is', () => {
  it.each([
    ['a page that a server drives', "export const titleOf = (page) => page.evaluate(() => localStorage.getItem('t'));"],
    ['a file that works with a database', "import { Pool } from 'pg'; localStorage.getItem('t'); new Pool().query('SELECT 1');"],
    ['a file that works with files', "import { readFileSync } from 'node:fs'; localStorage.getItem('t'); readFileSync('x');"],
    ['a server function', "'use server'; import { useState } from 'react'; export async function save() { useState(0); }"],
    ['a variable of the same name', "const localStorage = new AsyncLocalStorage(); export const token = () => localStorage.getItem('t');"],
    ['a file that nothing says anything about', 'export const a = 1;'],
  ])('%s', (_name, text) => {
    expect(frontEnd({ 'a.ts': text })).toEqual([]);
  });
});

describe('what pages and servers share', () => {
  const SERVER = { 'server.ts': "import './totals.js'; import './save.js'; import './rows.js'; import './own.js';" };

  it('is what a page brings in and a server runs as well, through other files too', () => {
    const files = { ...SERVER, 'page.ts': "'use client'; import { sum } from './totals.js';", 'totals.ts': "export { sum } from './sum.js';", 'sum.ts': 'export const sum = () => 0;', 'own.ts': 'export {};' };
    expect(shared(files)).toEqual(['sum.ts', 'totals.ts']);
  });

  it('is neither a server function nor what works on a server only', () => {
    const files = { ...SERVER, 'page.ts': "'use client'; import { save } from './save.js'; import { Row } from './rows.js'; import { Plan } from './plans.js';", 'plans.ts': "import './rows.js'; export interface Plan {}", 'save.ts': "'use server'; import './own.js'; export async function save() {}", 'rows.ts': "import { Pool } from 'pg'; export interface Row {} new Pool();", 'own.ts': 'export {};' };
    expect(shared(files)).toEqual([]);
  });
});
