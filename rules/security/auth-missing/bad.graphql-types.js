var express = require('express');
var graphqlHTTP = require('express-graphql').graphqlHTTP;
var graphql = require('graphql');
var mysql = require('mysql');

var connection = mysql.createConnection({});
var Mutation = new graphql.GraphQLObjectType({
  name: 'Mutation',
  fields: {
    // expect: auth-missing
    removeUser: {
      type: graphql.GraphQLInt,
      args: { id: { type: graphql.GraphQLInt } },
      resolve: function (parent, args) {
        connection.query('DELETE FROM users WHERE id = ?', [args.id]);
      },
    },
  },
});
var app = express();
app.use('/graphql', graphqlHTTP({ schema: new graphql.GraphQLSchema({ mutation: Mutation }) }));
app.listen(4000);
