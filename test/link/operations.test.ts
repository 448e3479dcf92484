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

test('resolvers in maps, in types and as a root value are operations', () => {
  expect(operationTable({
    'package.json': '{"dependencies":{"@apollo/server":"4","graphql":"16"}}',
    'users.ts': `const auth = (next) => (parent, args, context) => { if (!context.user) throw new Error('UNAUTHENTICATED'); return next(parent, args, context); };
const more = { removeUser: auth(async (parent, { id }, context) => id) };
export const resolvers = { Query: { users: () => [], user(parent, args) { return args.id; } }, Mutation: { ...more }, Subscription: { userAdded: { subscribe: () => 1 } }, User: { name: (user) => user.name } };`,
    'server.ts': `import { ApolloServer } from '@apollo/server'; import { startStandaloneServer } from '@apollo/server/standalone'; import { resolvers } from './users';
const server = new ApolloServer({ typeDefs: '', resolvers });
startStandaloneServer(server, { context: async ({ req }) => ({ user: req.headers.user }) });`,
  })).toEqual(['MUTATION removeUser [context function, auth()]', 'QUERY users [context function]', 'QUERY user [context function]', 'SUBSCRIPTION userAdded [context function]']);
  expect(operationTable(`const express = require('express'); const { graphqlHTTP } = require('express-graphql'); const { GraphQLSchema, GraphQLObjectType } = require('graphql');
const app = express(); const check = (req, res, next) => next();
const Mutation = new GraphQLObjectType({ name: 'Mutation', fields: () => ({ addBook: { type: Book, args: {}, resolve(parent, args) { return args; } } }) });
const Root = new GraphQLObjectType({ name: 'RootQuery', fields: { book: { type: Book, resolve: (parent, args) => args.id } } });
app.use('/graphql', check, graphqlHTTP({ schema: new GraphQLSchema({ query: Root, mutation: Mutation }) }));`)).toEqual(['MUTATION addBook [check]', 'QUERY book [check]']);
  expect(operationTable(`import express from 'express'; import { graphqlHTTP } from 'express-graphql'; import { buildSchema } from 'graphql';
const schema = buildSchema(\`type Query { note(id: ID!): String } type Mutation { addNote(text: String): String }\`);
const root = { note: ({ id }) => id, addNote: ({ text }) => text };
const app = express(); app.use('/graphql', graphqlHTTP({ schema, rootValue: root }));`)).toEqual(['QUERY note []', 'MUTATION addNote []']);
});

test('decorated resolvers have the guards of method, class and application', () => {
  expect(operationTable({
    'app.ts': `import { NestFactory, APP_GUARD } from '@nestjs/core'; import { Module } from '@nestjs/common'; import { NotesResolver } from './notes'; import { AuthGuard } from './guard';
@Module({ providers: [NotesResolver, { provide: APP_GUARD, useClass: AuthGuard }] }) class AppModule {}
async function start() { const app = await NestFactory.create(AppModule); await app.listen(1); } start();`,
    'guard.ts': 'export class AuthGuard { canActivate() { return false; } }',
    'notes.ts': `import { Resolver, Query, Mutation, Args, ResolveField } from '@nestjs/graphql'; import { UseGuards } from '@nestjs/common'; import { AuthGuard } from './guard';
@Resolver() @UseGuards(AuthGuard) export class NotesResolver {
  @Query(() => [String], { name: 'allNotes' }) notes() { return []; }
  @Mutation(() => String) @UseGuards(RolesGuard) remove(@Args('id') id: string) { return id; }
  @ResolveField() owner() { return 1; }
}
class RolesGuard { canActivate() { return true; } }`,
  })).toEqual(['QUERY allNotes [guard AuthGuard, guard AuthGuard]', 'MUTATION remove [guard AuthGuard, guard AuthGuard, guard RolesGuard]']);
  expect(operationTable(`import { Resolver, Query, Mutation, Arg, Authorized, UseMiddleware } from 'type-graphql';
const log = async ({}, next) => next();
@Resolver() export class Notes { @Query(() => [String]) notes() { return []; } @Authorized('ADMIN') @UseMiddleware(log) @Mutation(() => String) remove(@Arg('id') id: string) { return id; } }`)).toEqual(['QUERY notes []', 'MUTATION remove [log, guard Authorized()]']);
});
