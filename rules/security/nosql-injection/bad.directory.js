// A directory's filter is text; several writes at once have a filter each.
const express = require('express');
const ldap = require('ldapjs');
const mongoose = require('mongoose');
const { filter } = require('ldap-escape');

const client = ldap.createClient({ url: 'ldaps://directory.example.com' });
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const app = express();
app.use(express.json());

app.post('/find', async (req, res) => {
  // expect: nosql-injection
  client.search('ou=users', { filter: '(uid=' + req.body.name + ')', scope: 'sub' }, () => {});
  // expect: nosql-injection
  client.search('ou=users', { filter: `(&(uid=${req.body.name})(active=1))` }, () => {});
  // expect: nosql-injection
  await User.bulkWrite([{ updateOne: { filter: { name: req.body.name }, update: { seen: 1 } } }]);
  // ok: nosql-injection
  client.search('ou=users', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.body.name }) }, () => {});
  // ok: nosql-injection
  client.search('ou=users', { filter: filter`(uid=${req.body.name})` }, () => {});
  // ok: nosql-injection
  await User.bulkWrite([{ deleteOne: { filter: { name: String(req.body.name) } } }]);
  res.end();
});
