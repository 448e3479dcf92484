/** Middleware that is there only sometimes: the chain names it with its conditions and stays whole. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const HEAD = "import express, { Router } from 'express';\nimport { limit, auth, log } from './mw';\nconst app = express();\n";
const MIDDLEWARE = 'export const limit = (req, res, next) => next();\nexport const auth = (req, res, next) => next();\nexport const log = (req, res, next) => next();\n';
const ROUTE = "app.get('/a', (req, res) => res.end());";
const app = (source: string) => table({ 'app.ts': HEAD + source, 'mw.ts': MIDDLEWARE });

describe('in Express', () => {
  test.each([
    ['a branch', `if (production) app.use(limit);\n${ROUTE}`, '[limit if production]'],
    ['a block', `if (production) { app.use(limit); }\n${ROUTE}`, '[limit if production]'],
    ['the other branch', `if (production) {} else { app.use(limit); }\n${ROUTE}`, '[limit unless production]'],
    ['branches inside branches', `if (production) { if (strict) app.use(limit); }\n${ROUTE}`, '[limit if strict if production]'],
    ['&&', `production && app.use(limit);\n${ROUTE}`, '[limit if production]'],
    ['a comparison', `if (process.env.NODE_ENV === 'production') app.use(limit);\n${ROUTE}`, '[limit if NODE_ENV===production]'],
    ['a function that is called in a branch', `function secure() { app.use(limit); }\nif (production) secure();\n${ROUTE}`, '[limit if production]'],
    ['a function that is left before it', `function secure() { if (!production) return; app.use(limit); }\nsecure();\n${ROUTE}`, '[limit unless unary]'],
    ['a choice', `app.use(production ? limit : log);\n${ROUTE}`, '[limit if production, log unless production]'],
    ['a choice that a variable holds', `const chosen = production ? limit : log;\napp.use(chosen);\n${ROUTE}`, '[limit if production, log unless production]'],
    ['a list', `app.use(auth, ...(production ? [limit] : []));\n${ROUTE}`, '[auth, limit if production]'],
    ['a filtered list', `app.use(...[auth, production && limit].filter(Boolean));\n${ROUTE}`, '[auth, limit if production]'],
    ['on the route', "app.get('/a', ...(production ? [limit] : []), (req, res) => res.end());", '[limit if production]'],
    ['on the route, &&', "app.get('/a', [auth, production && limit], (req, res) => res.end());", '[auth, limit if production]'],
    ['where something failed', `try { start(); } catch (error) { app.use(limit); }\n${ROUTE}`, '[limit sometimes]'],
    ['on a router', `const router = Router();\nif (production) router.use(limit);\nrouter.get('/a', (req, res) => res.end());\napp.use(router);`, '[limit if production]'],
  ])('%s', (_name, source, chain) => {
    expect(app(source)).toEqual([`GET /a ${chain}`]);
  });

  test('is no condition for a route in the same branch', () => {
    expect(app(`if (production) { app.use(limit); ${ROUTE} }`)).toEqual(['GET /a [limit]']);
  });

  test('a choice between two answers is no middleware', () => {
    expect(app("app.get('/a', beta ? (req, res) => res.end() : (req, res) => res.json({}));")).toEqual(['GET /a []']);
  });

  test('what cannot be followed still leaves the chain open', () => {
    expect(app(`if (production) app.use(secret());\n${ROUTE}`)).toEqual(['GET /a [secret() if production] ?']);
  });
});

describe('middleware after the route', () => {
  const late = (source: string) => {
    const { program, routes } = routesOf({ 'app.ts': HEAD + source, 'mw.ts': MIDDLEWARE });
    return routes.map((route) => `${route.path} ${route.late.map((each) => program.describe(each.value)).join(' ')}`);
  };

  test('is late for it, and not for others', () => {
    expect(late(`${ROUTE} app.use(limit); app.get('/b', (req, res) => res.end());`)).toEqual(['/a limit', '/b ']);
  });

  test('of another path is not', () => {
    expect(late(`${ROUTE} app.use('/api', limit);`)).toEqual(['/a ']);
  });

  test('is late for the routes of a router that is mounted before', () => {
    expect(late(`const router = Router(); router.get('/a', (req, res) => res.end()); app.use('/v1', router); app.use(limit);`)).toEqual(['/v1/a limit']);
  });
});

test('Fastify hooks in a branch', () => {
  const source = "import Fastify from 'fastify';\nimport { limit } from './mw';\nconst app = Fastify();\nif (production) app.addHook('onRequest', limit);\napp.get('/a', { preHandler: strict ? [limit] : [] }, async () => 1);";
  expect(table({ 'app.ts': source, 'mw.ts': MIDDLEWARE })).toEqual(['GET /a [limit if production, limit if strict]']);
});

test('Nest guards of the application in a branch, and providers in a choice', () => {
  const source = `import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
class First { canActivate() { return true; } }
class Second { canActivate() { return true; } }
@Controller('a') class A { @Get() read() { return 1; } }
@Module({ controllers: [A], providers: [...(strict ? [{ provide: APP_GUARD, useClass: First }] : [])] }) class M {}
const app = await NestFactory.create(M);
if (production) app.useGlobalGuards(new Second());`;
  expect(table(source)).toEqual(['GET /a [guard new Second() if production, guard First if strict]']);
});
