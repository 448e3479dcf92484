const { ApolloServer } = require('apollo-server');
const express = require('express');
const mongoose = require('mongoose');
const Patient = mongoose.model('Patient', new mongoose.Schema({ name: String }));

// A path, a header and an argument of GraphQL are texts, until they are parsed.
const resolvers = {
  Query: {
    // expect: nosql-injection
    patients: (parent, args) => Patient.find(JSON.parse(args.search)),
    // ok: nosql-injection
    patient: (parent, args) => Patient.findOne({ name: args.name }),
  },
};
new ApolloServer({ typeDefs: '', resolvers }).listen();

const app = express();
app.get('/patients/:filter', async (req, res) => {
  // expect: nosql-injection
  res.json(await Patient.find(JSON.parse(req.params.filter)));
});
app.get('/headers', async (req, res) => {
  const filter = JSON.parse(req.headers['x-filter']);
  // expect: nosql-injection
  res.json(await Patient.find({ name: filter.name }));
});
