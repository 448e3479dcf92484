/** Functions that a framework gives an address: what `'use server'` hands out to browsers. */
import { expect, test } from 'vitest';
import { operationTable } from './routes/routes-of.js';

const NEXT = '{"dependencies":{"next":"15"}}';
const PAGE = `import { save, remove, edit } from './actions'; export default function Page() { return <form action={save} />; }`;

test('exports of a module that begins with the directive are operations, also behind wrappers and clients', () => {
  expect(operationTable({
    'package.json': NEXT,
    'page.tsx': PAGE,
    'actions.ts': `'use server';
import { createSafeActionClient } from 'next-safe-action'; import { z } from 'zod';
const client = createSafeActionClient().use(signedIn); const Input = z.object({});
export async function save(form: FormData) {}
const drop = async (id: string) => {}; export { drop as remove };
export const edit = client.inputSchema(Input).action(async ({ parsedInput }) => parsedInput);
export const wrapped = withUser(async () => 1);
export default async function main() {}
export const limit = 10; export type Row = {};
function inner() {}
function signedIn({ next }) { return next(); } function withUser(fn) { return fn; }`,
  })).toEqual(['MUTATION save []', 'MUTATION remove []', 'MUTATION edit [signedIn, schema Input]', 'MUTATION wrapped [withUser()]', 'MUTATION main []']);
});

test('a function that begins with it itself knows the component around it, and all of them what stands before the pages', () => {
  expect(operationTable({
    'package.json': NEXT,
    'middleware.ts': 'export function middleware() {}',
    'app/page.tsx': `export default function Page() { async function send(form: FormData) { 'use server'; } return <form action={send} />; }
const outside = async () => { 'use server'; };`,
  })).toEqual(['MUTATION send [function sometimes, function sometimes]', 'MUTATION outside [function sometimes]']);
});

test('no operations: another framework, a directive that stands elsewhere, a module that only the server brings in', () => {
  const actions = `'use server'; export async function save() {}`;
  expect(operationTable({ 'package.json': '{"dependencies":{"express":"5"}}', 'page.tsx': PAGE, 'actions.ts': actions })).toEqual([]);
  expect(operationTable({ 'package.json': NEXT, 'page.tsx': PAGE, 'actions.ts': `export async function save() { return 'use server'; }` })).toEqual([]);
  expect(operationTable({ 'package.json': NEXT, 'job.ts': `import { save } from './actions'; save();`, 'actions.ts': actions })).toEqual([]);
});

test('front-end code that brings a module in makes addresses for its functions, whoever of the server does as well', () => {
  expect(operationTable({
    'package.json': NEXT,
    'job.ts': `import { save } from './actions'; save();`,
    'form.tsx': `'use client'; import { useState } from 'react'; import { save } from './actions'; export function Form() { const [busy, setBusy] = useState(false); return <button onClick={() => save()}>{busy}</button>; }`,
    'actions.ts': `'use server'; export async function save() {}`,
  })).toEqual(['MUTATION save []']);
});
