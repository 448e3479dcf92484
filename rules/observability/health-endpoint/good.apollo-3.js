const { ApolloServer } = require('apollo-server-express');
const express = require('express');
const { typeDefs, resolvers } = require('./schema');

// Apollo Server 2 and 3 answer /.well-known/apollo/server-health by themselves.
const app = express();
const server = new ApolloServer({ typeDefs, resolvers });
server.start().then(() => {
  server.applyMiddleware({ app, path: '/graphql' });
  app.listen(4000);
});
