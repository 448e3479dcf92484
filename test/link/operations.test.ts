/** Operations behind one address: procedures of tRPC, with what runs before them. */
import { expect, test } from 'vitest';
import { operationTable } from './routes/routes-of.js';

const TRPC = `import { initTRPC, TRPCError } from '@trpc/server';
const t = initTRPC.context().create();
const isAuthed = t.middleware(({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next(); });
const isAdmin = t.middleware(({ next }) => next());
export const { router, mergeRouters } = t;
export const createTRPCRouter = t.router;
export const publicProcedure = t.procedure;
export const protectedProcedure = publicProcedure.use(isAuthed);
export const adminProcedure = t.procedure.use(isAuthed.unstable_pipe(isAdmin)).meta({ a: 1 });
export const withRole = (role: string) => protectedProcedure.use(checkRole(role));
function checkRole(role: string) { return t.middleware(({ next }) => next()); }`;

test('routers that are nested, spread and merged give each procedure its name, wherever it is written', () => {
  expect(
    operationTable({
      'trpc.ts': TRPC,
      'post/create.ts': `import { protectedProcedure } from '../trpc'; import { z } from 'zod';
export const createPost = protectedProcedure.input(z.object({ title: z.string() })).mutation(async ({ input }) => input);`,
      'post/router.ts': `import { router, publicProcedure } from '../trpc'; import { createPost } from './create';
export const postRouter = router({ create: createPost, byId: publicProcedure.input(Id).query(() => 1), tags: { all: publicProcedure.query(() => 2) } });`,
      'user.ts': `import { createTRPCRouter, adminProcedure, withRole } from './trpc';
const more = { ban: adminProcedure.mutation(() => 1) };
export const userRouter = createTRPCRouter({ ...more, rename: withRole('editor').mutation(() => 1), onChange: adminProcedure.subscription(() => 1) });`,
      'root.ts': `import { router, mergeRouters } from './trpc'; import { postRouter } from './post/router'; import { userRouter } from './user';
const main = router({ post: postRouter });
export const appRouter = mergeRouters(main, router({ user: userRouter }));`,
    }),
  ).toEqual([
    'MUTATION post.create [isAuthed, schema z.object()]',
    'QUERY post.byId [schema Id]',
    'QUERY post.tags.all []',
    'MUTATION user.ban [isAuthed, isAdmin]',
    'MUTATION user.rename [isAuthed, checkRole()]',
    'SUBSCRIPTION user.onChange [isAuthed, isAdmin]',
  ]);
});

test('a chain begins with what stands before the address, and with what makes the context', () => {
  const router = `import { router, publicProcedure } from './trpc';
export const appRouter = router({ ping: publicProcedure.query(() => 1) });`;
  const files = { 'trpc.ts': TRPC, 'root.ts': router };
  expect(operationTable({ ...files, 'server.ts': `import express from 'express'; import { createExpressMiddleware } from '@trpc/server/adapters/express'; import { appRouter } from './root';
const app = express(); const signedIn = (req, res, next) => next(); const createContext = () => ({});
app.use(signedIn); app.use('/trpc', createExpressMiddleware({ router: appRouter, createContext })); app.listen(1);` })).toEqual(['QUERY ping [signedIn, context createContext]']);
  expect(operationTable({ ...files, 'package.json': '{"dependencies":{"next":"15"}}', 'middleware.ts': 'export function middleware() {}', 'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch'; import { appRouter } from '../../../../root';
const handler = (req: Request) => fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter, createContext: () => ({}) });
export { handler as GET, handler as POST };` })).toEqual(['QUERY ping [function, context function]']);
  expect(operationTable({ ...files, 'package.json': '{"dependencies":{"next":"14"}}', 'pages/api/trpc/[trpc].ts': `import { createNextApiHandler } from '@trpc/server/adapters/next'; import { appRouter } from '../../../root';
export default createNextApiHandler({ router: appRouter, createContext: () => ({}) });`, 'middleware.ts': 'export default function middleware() {}' })).toEqual(['QUERY ping [function, context function]']);
});
