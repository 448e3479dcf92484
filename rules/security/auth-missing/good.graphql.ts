import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { combineResolvers } from 'graphql-resolvers';
import { applyMiddleware } from 'graphql-middleware';
import { rule, shield } from 'graphql-shield';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const isAdmin = combineResolvers(
  (parent, args, { me }) => (me ? undefined : new Error('Not authenticated as user.')),
  (parent, args, { me }) => (me.role === 'admin' ? undefined : new Error('Not authorized as admin.')),
);
const isAuthenticated = (parent, args, { me }) => (me ? undefined : new Error('Not authenticated as user.'));
const permissions = shield({ Mutation: { '*': rule()((parent, args, { me }) => me !== null) } });

// The shield around all of them is not read: nothing is said of those that do not ask.
const schema = createSchema({
  typeDefs: '',
  resolvers: {
    Query: {
      me: (parent, args, { me }) => (me ? prisma.user.findUnique({ where: { id: me } }) : null),
    },
    Mutation: {
      // ok: auth-missing
      removeUser: combineResolvers(isAdmin, (parent, { id }) => prisma.user.delete({ where: { id } })),
      remove: (parent, { id }) => prisma.note.delete({ where: { id } }),
      // ok: auth-missing
      rename: combineResolvers(isAuthenticated, (parent, { id, name }) => prisma.note.update({ where: { id }, data: { name } })),
    },
  },
});
createServer(createYoga({ schema: applyMiddleware(schema, permissions), context: ({ request }) => ({ me: request.headers.get('x-user') }) })).listen(4000);
