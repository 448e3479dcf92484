import Hapi from '@hapi/hapi';
import Joi from 'joi';
import { Elysia, t } from 'elysia';
import { exec } from 'node:child_process';

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'GET',
  path: '/logs',
  options: { validate: { query: Joi.object({ lines: Joi.number(), unit: Joi.string().valid('api', 'worker') }) } },
  handler: (request) => {
    exec(`journalctl -u ${request.query.unit} -n ${request.query.lines}`);
    return 'ok';
  },
});

new Elysia().get(
  '/logs/:lines',
  ({ params: { lines } }) => {
    exec('tail -n ' + lines);
    return 'ok';
  },
  { params: t.Object({ lines: t.Numeric() }) },
);
