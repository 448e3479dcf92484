const Joi = require('joi');
const UserController = require('./controller');

module.exports = function (server, database) {
  const users = new UserController(database);
  server.bind(users);
  server.route({
    method: 'POST',
    path: '/users/login',
    options: { handler: users.login, auth: false, validate: { payload: Joi.object().keys({ username: Joi.string().required(), password: Joi.string().required() }) } },
  });
};
