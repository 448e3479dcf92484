import Hapi from '@hapi/hapi';
import Joi from 'joi';
import { exec } from 'node:child_process';

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'GET',
  path: '/logs',
  options: { validate: { query: Joi.object({ unit: Joi.string().required() }) } },
  handler: (request) => {
    // expect: command-injection
    exec(`journalctl -u ${request.query.unit}`);
    return 'ok';
  },
});
