/** Arguments of remote calls: tRPC, GraphQL in its many ways, gRPC. */
import { describe, expect, test } from 'vitest';
import { originsIn, requestKinds } from './origins.js';

const trpc = `import { initTRPC } from '@trpc/server'; import { z } from 'zod'; const t = initTRPC.context().create(); const procedure = t.procedure; const guarded = procedure.use(async ({ ctx, next }) => next());`;
const apollo = ['@apollo/server', 'graphql'];

type Case = [name: string, path: string, source: string, dependencies?: string[]];

const ARGUMENTS: Case[] = [
  ['a tRPC query', 'router.ts', `${trpc} export const router = t.router({ x: procedure.input(z.object({ id: z.string() })).query(({ input }) => mark(input.id)) })`],
  ['a tRPC mutation behind middleware', 'router.ts', `${trpc} export const x = guarded.input(schema).mutation(async ({ ctx, input: { id } }) => { mark(id) })`],
  ['a tRPC middleware', 'router.ts', `${trpc} export const x = procedure.use(async ({ rawInput, next }) => { mark(rawInput.id); return next() })`],
  ['tRPC 9', 'router.ts', `import * as trpc from '@trpc/server'; export const x = trpc.router().query('x', { input: schema, async resolve({ input }) { mark(input.id) } })`],
  ['a resolver map', 'resolvers.js', `module.exports = { Query: { user: (parent, args, context) => mark(args.id) } }`, apollo],
  ['a resolver of a named map', 'resolvers.ts', `export const Mutation = { async remove(_, { id }, ctx, info) { mark(id) } }`, apollo],
  ['a resolver held elsewhere', 'resolvers.js', `const user = async (_parent, { id }) => { mark(id) }; const resolvers = { Query: { user } }; export default resolvers`, apollo],
  ['a typed resolver', 'resolvers.ts', `export const resolvers = { Query: { user: (parent: unknown, args: { filter: string }) => mark(args.filter) } }`, apollo],
  ['a resolver without a package.json', 'index.js', `const { ApolloServer, gql } = require('apollo-server'); const resolvers = { Query: { user(_, args) { mark(args.name) } } }; new ApolloServer({ typeDefs, resolvers })`],
  ['a field of a type', 'index.ts', `import { ApolloServer } from '@apollo/server'; const resolvers = { User: { posts(user, { order }) { mark(order) } } }; new ApolloServer({ typeDefs, resolvers })`],
  ['a schema made executable', 'index.ts', `import { makeExecutableSchema } from '@graphql-tools/schema'; makeExecutableSchema({ typeDefs, resolvers: { User: { posts: (user, args) => mark(args.order) } } })`],
  ['graphql-yoga', 'index.ts', `import { createSchema, createYoga } from 'graphql-yoga'; createYoga({ schema: createSchema({ typeDefs, resolvers: { Query: { hello: (_, { name }) => mark(name) } } }) })`],
  ['mercurius', 'index.js', `const app = require('fastify')(); app.register(require('mercurius'), { schema, resolvers: { User: { posts: async (user, args) => { mark(args.order) } } } })`],
  ['a root value', 'index.js', `const { graphqlHTTP } = require('express-graphql'); const root = { user: ({ id }) => mark(id) }; app.use('/graphql', graphqlHTTP({ schema, rootValue: root }))`],
  ['a field of an object type', 'schema.js', `const { GraphQLObjectType } = require('graphql'); new GraphQLObjectType({ name: 'Query', fields: () => ({ user: { type: User, args: { id: { type: ID } }, resolve(parent, args) { mark(args.id) } } }) })`],
  ['Pothos', 'schema.ts', `builder.queryField('user', (t) => t.field({ type: User, resolve: (root, args) => mark(args.id) }))`, ['@pothos/core']],
  ['Pothos with Prisma', 'schema.ts', `builder.queryField('user', (t) => t.prismaField({ type: 'User', resolve: async (query, root, args) => mark(args.id) }))`, ['@pothos/core']],
  ['NestJS', 'x.resolver.ts', `import { Args, Query, Resolver } from '@nestjs/graphql'; @Resolver() class X { @Query() user(@Args('id') id: string) { mark(id) } }`],
  ['type-graphql', 'x.resolver.ts', `import { Arg, Mutation, Resolver } from 'type-graphql'; @Resolver() class X { @Mutation() remove(@Arg('input') input: Input) { mark(input.id) } }`],
  ['gRPC', 'server.js', `const grpc = require('@grpc/grpc-js'); const server = new grpc.Server(); server.addService(proto.Users.service, { getUser: (call, callback) => { mark(call.request.id) } })`],
  ['gRPC by name', 'server.ts', `import * as grpc from '@grpc/grpc-js'; function getUser(call, callback) { mark(call.request.name) } const server = new grpc.Server(); server.addService(service, { getUser })`],
  ['gRPC by type', 'users.ts', `import type { ServerUnaryCall } from '@grpc/grpc-js'; export function getUser(call: ServerUnaryCall<A, B>) { mark(call.request.name) }`],
];

describe('arguments of', () => {
  test.each(ARGUMENTS)('%s', (_name, path, source, dependencies) => {
    expect(requestKinds(path, source, dependencies)).toEqual(['request.arguments']);
  });
});

const OTHERS: Case[] = [
  ['the context of tRPC', 'router.ts', `${trpc} export const x = guarded.query(({ ctx }) => mark(ctx.user.id))`],
  ['the parent of a resolver', 'resolvers.js', `export const Query = { user: (parent, args) => mark(parent.id) }`, apollo],
  ['the context of a resolver', 'resolvers.js', `export const Query = { user: (parent, args, context) => mark(context.user.id) }`, apollo],
  ['a map of that name without GraphQL', 'query.js', `export const Query = { user: (parent, args) => mark(args.id) }`, ['pg']],
  ['an option of the server', 'index.ts', `import { ApolloServer } from '@apollo/server'; new ApolloServer({ typeDefs, formatError: (formatted, error) => mark(error.message) })`],
  ['a resolve of something else', 'x.js', `export default { resolve(from, to) { mark(to) } }`, ['webpack']],
  ['an enforced number', 'x.resolver.ts', `import { Args, Query, Resolver } from '@nestjs/graphql'; @Resolver() class X { @Query() list(@Args('take') take: number) { mark(take) } }`],
  ['the sender of a gRPC call', 'server.js', `const grpc = require('@grpc/grpc-js'); new grpc.Server().addService(s, { get: (call) => { mark(call.getPeer()) } })`],
];

describe('no request data is', () => {
  test.each(OTHERS)('%s', (_name, path, source, dependencies) => {
    expect(requestKinds(path, source, dependencies)).toEqual([]);
  });
});

test('arguments that a check covers', () => {
  expect(originsIn('resolvers.js', `export const Query = { list: (_, { order }) => { if (order !== 'a' && order !== 'b') throw new Error(); return mark(order) } }`, apollo)).toEqual(['allow-listed']);
});
