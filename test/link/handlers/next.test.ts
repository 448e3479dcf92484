/** Request data of Next.js: route handlers, API routes, pages, server functions, middleware. */
import { describe, expect, test } from 'vitest';
import { originsIn, requestKinds } from './origins.js';

const ROUTE = 'app/api/users/[id]/route.ts';

describe.each([
  ['untyped', ROUTE, `export async function GET(request, { params }) { mark(request.nextUrl.searchParams.get('q')) }`, 'request.query'],
  ['typed by the platform', ROUTE, `export async function POST(request: Request) { const { id } = await request.json(); mark(id) }`, 'request.body'],
  ['typed by the framework', ROUTE, `import type { NextRequest } from 'next/server'; export const POST = async (req: NextRequest) => { mark((await req.formData()).get('name')) }`, 'request.form'],
  ['a URL made of it', ROUTE, `export async function GET(request) { const { searchParams } = new URL(request.url); mark(searchParams.get('q')) }`, 'request.url'],
  ['params', ROUTE, `export async function GET(_request, { params }: { params: { id: string } }) { mark(params.id) }`, 'request.params'],
  ['awaited params', ROUTE, `export async function GET(_request: Request, context: { params: Promise<{ id: string }> }) { const { id } = await context.params; mark(id) }`, 'request.params'],
  ['a handler in a wrapper', ROUTE, `import { withAuth } from 'somewhere'; export const POST = withAuth(async (req) => { mark((await req.json()).id) })`, 'request.body'],
  ['a handler in a wrapper of the program', ROUTE, `const withAuth = (handler) => async (req, context) => { mark(req.headers.get('x')); return handler(req) }; export const POST = withAuth(async (req) => {})`, 'request.headers'],
  ['headers()', ROUTE, `import { headers } from 'next/headers'; export async function GET() { const list = await headers(); mark(list.get('x-name')) }`, 'request.headers'],
  ['cookies()', ROUTE, `import { cookies } from 'next/headers'; export async function GET() { mark((await cookies()).get('name')?.value) }`, 'request.cookies'],
  ['CommonJS', 'app/api/route.js', `exports.GET = async function (request) { mark(await request.text()) }`, 'request.body'],
  ['an API route', 'pages/api/users.js', `export default async function handler(req, res) { mark(req.query.id) }`, 'request.query'],
  ['an API route in CommonJS', 'pages/api/users.js', `module.exports = (req, res) => { mark(req.body.id) }`, 'request.body'],
  ['an API route in a wrapper', 'src/pages/api/users.ts', `import { withAuth } from '../../lib'; const handler = async (req, res) => { mark(req.body.id) }; export default withAuth(handler)`, 'request.body'],
  ['a page', 'app/users/[id]/page.tsx', `export default async function Page({ params, searchParams }) { const { id } = await params; mark(id) }`, 'request.params'],
  ['the query of a page', 'app/users/page.tsx', `export default async function Page(props: { searchParams: Promise<{ q: string }> }) { const { q } = await props.searchParams; mark(q) }`, 'request.query'],
  ['metadata', 'src/app/users/[id]/page.tsx', `export async function generateMetadata({ params }) { mark((await params).id) } export default () => null`, 'request.params'],
  ['getServerSideProps', 'pages/users/[id].tsx', `export async function getServerSideProps({ params, query, req }) { mark(params.id) }`, 'request.params'],
  ['the request of getServerSideProps', 'pages/users/[id].tsx', `export const getServerSideProps = async (ctx) => { mark(ctx.req.cookies.name) }`, 'request.cookies'],
  ['middleware', 'middleware.ts', `export function middleware(request) { mark(request.nextUrl.pathname) }`, 'request.url'],
  ['a server function of a module', 'app/actions.ts', `'use server'; export async function remove(id: string) { mark(id) }`, 'request.arguments'],
  ['a server function with a form', 'app/actions.ts', `'use server'; export async function create(previous, form: FormData) { mark(form.get('name')) }`, 'request.form'],
  ['a server function with all of a form', 'app/actions.ts', `'use server'; export const create = async (form: FormData) => { const data = Object.fromEntries(form); mark(data.name) }`, 'request.arguments'],
  ['a server function in place', 'app/page.tsx', `export default function Page() { async function create(form) { 'use server'; mark(form.get('name')) } return create }`, 'request.form'],
  ['a server function whose type is inferred', 'app/actions.ts', `'use server'; import { z } from 'zod'; const schema = z.object({}); export async function save(input: z.infer<typeof schema>) { mark(input.name) }`, 'request.arguments'],
])('%s', (_name, path, source, kind) => {
  test(kind, () => expect(requestKinds(path, source, ['next'])).toEqual([kind]));
});

describe.each([
  ['a helper that a server module does not export', 'app/actions.ts', `'use server'; function helper(id) { mark(id) } export async function go() { helper('x') }`],
  ['a function of a wrapper that a server module hands its own data', 'app/actions.ts', `'use server'; import { withUser } from './auth'; export const save = withUser(async (user) => { mark(user.id) })`],
  ['a module of another directive', 'app/list.tsx', `'use client'; export function List(id) { mark(id) }`],
  ['an export of another name', ROUTE, `export function helper(request) { mark(request.id) }`],
  ['a component elsewhere', 'components/page.tsx', `export default function Page({ params }) { mark(params.id) }`],
  ['a checked argument of a server function', 'app/actions.ts', `'use server'; export async function list(order: string) { if (!['a', 'b'].includes(order)) return; mark(order) }`],
  ['a cast argument of a server function', 'app/actions.ts', `'use server'; export async function list(page: number) { mark('limit ' + Number(page)) }`],
])('not from %s', (_name, path, source) => {
  test('', () => expect(requestKinds(path, source, ['next'])).toEqual([]));
});

describe('where nobody lists dependencies', () => {
  test('a distinctive place says enough', () => {
    expect(requestKinds('app/api/route.js', `export async function POST(request) { mark(await request.json()) }`)).toEqual(['request.body']);
    expect(requestKinds('pages/api/x.js', `export default (req, res) => mark(req.query.id)`)).toEqual(['request.query']);
  });
  test('a common one does not', () => {
    expect(requestKinds('middleware.js', `export default function (request) { mark(request.nextUrl.pathname) }`)).toEqual([]);
  });
  test('of a package without the framework', () => {
    expect(requestKinds('app/api/route.js', `export async function POST(request) { mark(await request.json()) }`, ['other'])).toEqual([]);
  });
});

test('next-safe-action: what the schema let through and what came in', () => {
  const before = `import { createSafeActionClient } from 'next-safe-action'; const client = createSafeActionClient().use(async ({ next }) => next());`;
  const action = (body: string) => `${before} export const save = client.schema(x).action(async ({ parsedInput, clientInput, ctx }) => { ${body} });`;
  expect(requestKinds('actions.ts', action('mark(parsedInput.name)'))).toEqual(['request.arguments']);
  expect(requestKinds('actions.ts', action('mark(ctx.user.name)'))).toEqual([]);
});

test('the path to the part is told', () => {
  expect(originsIn(ROUTE, `export async function POST(request) { const { user: { name } } = await request.json(); mark(name) }`, ['next'])).toEqual(['request.body.user.name']);
});
