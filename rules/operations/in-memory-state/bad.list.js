var express = require('express');
var session = require('express-session');

var router = express.Router();
// expect: in-memory-state
var users = [{ id: 1, name: 'Ada' }];

router.post('/users', function (req, res) {
  add(req.body);
  res.json(users);
});

function add(user) {
  users.push(user);
}

module.exports = function (app) {
  // expect: in-memory-state
  app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));
  app.use(router);
};
