const { ApolloServer } = require('@apollo/server');
const { startStandaloneServer } = require('@apollo/server/standalone');
const { GraphQLError } = require('graphql');
const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();

const resolvers = {
  Query: {
    posts: () => prisma.post.findMany(),
    // expect: auth-missing
    invoices: () => prisma.invoice.findMany(),
    // ok: auth-missing
    messages: (parent, args, context) => {
      if (!context.user) throw new GraphQLError('Not signed in', { extensions: { code: 'UNAUTHENTICATED' } });
      return prisma.message.findMany({ where: { userId: context.user.id } });
    },
  },
  Mutation: {
    // expect: auth-missing
    deletePost: async (parent, { id }) => prisma.post.delete({ where: { id } }),
    // For whoever is not known yet.
    signUp: (parent, { email }) => prisma.user.create({ data: { email } }),
    // What it asks may know who calls.
    cancelTrip: (parent, { id }, { dataSources }) => dataSources.trips.cancel(id),
  },
};

const server = new ApolloServer({ typeDefs: '', resolvers });
startStandaloneServer(server, { context: async ({ req }) => ({ user: await userFrom(req.headers.authorization) }) });
