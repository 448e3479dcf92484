/** Functions behind a gateway: what serverless.yml and SAM templates say of them, and what is known without. */
import { expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const CREATE = 'exports.create = async (event) => ({ statusCode: 200, body: event.body });';
const USERS = `exports.list = async (event) => ({ statusCode: 200 });
module.exports.create = async (event) => ({ statusCode: 200, body: event.body });`;

test('the Serverless Framework: methods, paths, authorizers, keys, shorthands and the sources of what is built', () => {
  expect(table({
    'package.json': '{}',
    'api/serverless.yml': `
provider: { name: aws, runtime: nodejs20.x }
functions:
  list: { handler: src/users.list, events: [{ http: GET users }, { http: { path: 'users/{id}', method: get, private: true } }] }
  create:
    handler: dist/users.create
    events:
      - httpApi: { path: /users, method: POST, authorizer: { name: jwt } }
      - httpApi: '*'
      - sqs: arn
  built: { handler: handler.run, url: true }
  job: { handler: src/users.list }`,
    'api/src/users.js': USERS,
    'api/handler.ts': 'const run = async (event) => ({}); module.exports = { run };',
  })).toEqual([
    'ALL / [metadata run sometimes]',
    'GET /users [metadata function sometimes]',
    'GET /users/:id [metadata function sometimes, guard function]',
    'ALL /* [metadata function sometimes]',
    'POST /users [metadata function sometimes, guard function]',
  ]);
});

test('what lies in the hands of the infrastructure leaves the chain open: policies, private endpoints, plugins', () => {
  const files = (more: string) => ({ 'serverless.yml': `provider: { name: aws${more} }\nfunctions: { list: { handler: users.list, events: [{ http: GET users }] } }`, 'users.js': USERS });
  expect(table(files(''))[0]).toBe('GET /users [metadata function sometimes]');
  for (const more of [', endpointType: PRIVATE', ', apiGateway: { resourcePolicy: [{ Effect: Allow }] }']) expect(table(files(more))[0]).toBe('GET /users [metadata function sometimes] ?');
  expect(table(files(', apiGateway: { usagePlan: { throttle: { rateLimit: 10 } } }'))[0]).toBe('GET /users [metadata function]');
  expect(table({ ...files(''), 'serverless.yml': 'provider: azure\nfunctions: { list: { handler: users.list, events: [{ http: true }] } }' }).filter((line) => line.startsWith('GET'))).toEqual([]);
});

test('SAM: events, a default authorizer and who is exempt from it', () => {
  const template = (api: string) => `${api}
Resources:
  Users:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: users/
      Handler: app.create
      Events:
        Create: { Type: Api, Properties: { Path: '/users/{proxy+}', Method: post } }
        Open: { Type: HttpApi, Properties: { Path: /open, Method: any, Auth: { Authorizer: NONE } } }
        Timer: { Type: Schedule }`;
  expect(table({ 'template.yaml': template(''), 'users/app.js': CREATE })).toEqual(['ALL /open [metadata function sometimes]', 'POST /users/:proxy* [metadata function sometimes]']);
  expect(table({ 'template.yaml': template('Globals: { Api: { Auth: { DefaultAuthorizer: Jwt } } }'), 'users/app.js': CREATE })).toEqual(['ALL /open [metadata function sometimes]', 'POST /users/:proxy* [metadata function sometimes, guard function]']);
});

test('without a deployment in sight a handler of requests is a route that is known in part only', () => {
  expect(table({
    'requests.js': `exports.handler = async (event) => { const { id } = event.pathParameters; return { statusCode: 200, body: id }; };`,
    'typed.ts': `import type { APIGatewayProxyHandler } from 'aws-lambda'; export const save: APIGatewayProxyHandler = async (event) => ({ statusCode: 200, body: event.body });`,
    'messages.js': `exports.handler = async (event) => { for (const record of event.Records) await record.body; };`,
    'authorizer.js': `exports.handler = async (event) => ({ principalId: event.requestContext.accountId, policyDocument: {} });`,
    'helper.ts': `export const send = async (event: { name: string }) => ({ statusCode: 200, body: event.name });`,
    'main.ts': `import { send } from './helper'; send({ name: 'x' });`,
  })).toEqual(['ALL … [] ?', 'ALL … [] ?']);
});

test('what middy puts around a handler stands before it, in the chain of calls and in statements', () => {
  const { routes, program } = routesOf({
    'serverless.yml': 'functions: { a: { handler: a.handler, events: [{ http: POST a }] }, b: { handler: b.handler, events: [{ http: POST b }] }, c: { handler: c.handler, events: [{ http: POST c }] } }',
    'a.js': `import middy from '@middy/core'; import parser from '@middy/http-json-body-parser'; import { signedIn } from './auth'; const save = async (event) => event.body;
export const handler = middy(save).use(parser()).use(signedIn());`,
    'b.js': `const middy = require('@middy/core'); const { signedIn } = require('./auth'); const base = async (event) => event.body; const handler = middy(base); handler.use(signedIn()); module.exports = { handler };`,
    'c.js': `import middy from '@middy/core'; import { signedIn } from './auth'; export const handler = middy().use([signedIn()]).handler(async (event) => event.body);`,
    'auth.js': 'export const signedIn = () => ({ before: () => {} });',
  });
  const own = routes.map((route) => [route.path, route.handler?.file.facts.path, ...route.chain.slice(1).map((link) => program.describe(link.value))].join(' '));
  expect(own).toEqual(['/a a.js parser() signedIn()', '/b b.js signedIn()', '/c c.js signedIn()']);
});

test('an application behind an adapter is listed by its own routes', () => {
  expect(table({ 'serverless.yml': "functions: { api: { handler: app.handler, events: [{ http: 'ANY /{proxy+}' }] } }", 'app.js': `const express = require('express'); const serverless = require('serverless-http'); const app = express(); app.get('/users', (req, res) => res.json([])); module.exports.handler = serverless(app);` })).toEqual(['GET /users []']);
});
