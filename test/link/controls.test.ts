/** Controls that a configuration names: what they are found as, and where they then count. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ControlName } from '../../src/contracts/controls.js';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { programOf } from '../support/audit-case.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

/** Path of each route with the roles of what stands before it. */
function rolesOnRoutes(files: Record<string, string>, controls: [ControlName, string][]): string[] {
  const program = programOf(files, models, controls.map(([control, reference]) => ({ control, reference })));
  expect(program.unresolvedControls).toEqual([]);
  return program.routes.map((route) => `${route.path} [${route.chain.map((link) => link.roles.join(' ')).join(', ')}]`);
}

const APP = "import express from 'express';\nconst app = express();\n";
const ROUTE = "app.get('/a', (req, res) => res.end());\n";

describe('a named control', () => {
  test.each([
    ['an exported function', "export const own = (req, res, next) => next();", "import { own } from './mw';\napp.use(own);\n", 'mw.ts#own'],
    ['a default export', 'export default function (req, res, next) { next(); }', "import own from './mw';\napp.use(own);\n", 'mw.ts'],
    ['CommonJS', 'exports.own = function (req, res, next) { next(); };', "const mw = require('./mw');\napp.use(mw.own);\n", 'mw.ts#own'],
    ['module.exports', 'module.exports = (req, res, next) => next();', "const own = require('./mw');\napp.use(own);\n", 'mw.ts'],
    ['a value of an unknown library', "import { make } from '@acme/mw'; export const own = make({ max: 3 });", "import { own } from './mw';\napp.use(own);\n", 'mw.ts#own'],
    ['a factory', 'export const own = (max) => (req, res, next) => next();', "import { own } from './mw';\napp.use(own(3));\n", 'mw.ts#own'],
    ['a method of a class', 'export class Guards { static own(req, res, next) { next(); } }', "import { Guards } from './mw';\napp.use(Guards.own);\n", 'mw.ts#Guards.own'],
    ['a property of an object', 'export const guards = { own: (req, res, next) => next() };', "import { guards } from './mw';\napp.use(guards.own);\n", 'mw.ts#guards.own'],
  ])('is %s', (_name, mw, use, reference) => {
    expect(rolesOnRoutes({ 'mw.ts': mw, 'app.ts': APP + use + ROUTE }, [['rate-limit', reference]])).toEqual(['/a [rate.limiter]']);
  });

  test('need not be exported', () => {
    expect(rolesOnRoutes({ 'app.ts': `${APP}function own(req, res, next) { next(); }\napp.use(own);\n${ROUTE}` }, [['authentication', 'app.ts#own']])).toEqual(['/a [auth.guard]']);
  });

  test('is no other function of its file, and plays each role it is named for', () => {
    const files = { 'mw.ts': 'export const a = (req, res, next) => next(); export const b = (req, res, next) => next();', 'app.ts': `${APP}import { a, b } from './mw';\napp.use(a, b);\n${ROUTE}` };
    expect(rolesOnRoutes(files, [['csrf', 'mw.ts#a'], ['authorization', 'mw.ts#a']])).toEqual(['/a [authz.guard csrf.guard, ]']);
  });

  test('is a guard class, also through what extends it', () => {
    const files = {
      'guards.ts': "export class Own { canActivate() { return true; } }\nexport class Admin extends Own {}",
      'app.ts': "import { Controller, Get, Module, UseGuards } from '@nestjs/common';\nimport { NestFactory } from '@nestjs/core';\nimport { Admin } from './guards';\n@Controller('a') @UseGuards(Admin) class A { @Get() read() { return 1; } }\n@Module({ controllers: [A] }) class M {}\nNestFactory.create(M);",
    };
    expect(rolesOnRoutes(files, [['authorization', 'guards.ts#Own']])).toEqual(['/a [authz.guard]']);
  });

  test('is a decorator of routes', () => {
    const files = {
      'own.ts': "import { SetMetadata } from '@nestjs/common';\nexport const Own = (role) => SetMetadata('role', role);",
      'app.ts': "import { Controller, Get, Module } from '@nestjs/common';\nimport { NestFactory } from '@nestjs/core';\nimport { Own } from './own';\n@Controller('a') class A { @Own('x') @Get() read() { return 1; } @Get('b') other() { return 1; } }\n@Module({ controllers: [A] }) class M {}\nNestFactory.create(M);",
    };
    expect(rolesOnRoutes(files, [['authorization', 'own.ts#Own']])).toEqual(['/a [authz.guard]', '/a/b []']);
  });

  test('is a Fastify plugin', () => {
    const files = {
      'own.ts': "export async function own(instance) { instance.addHook('onRequest', async () => undefined); }",
      'app.ts': "import Fastify from 'fastify';\nimport { own } from './own';\nconst app = Fastify();\napp.register(own);\napp.get('/a', async () => 1);",
    };
    expect(rolesOnRoutes(files, [['rate-limit', 'own.ts#own']])).toEqual(['/a [rate.limiter]']);
  });

  test('is a use of its role where it is called', () => {
    const program = programOf({ 'own.ts': 'export function own(x) { return x; }', 'app.ts': "import { own } from './own';\nexport const f = (x) => own(x);" }, models, [{ control: 'webhook-signature', reference: 'own.ts#own' }]);
    expect(program.sitesOf('webhook.verifier').map((site) => program.describe(site.value))).toEqual(['own(…)']);
  });
});

test.each(['none.ts#own', 'mw.ts#none', 'mw.ts', 'mw.ts#own.none'])('%s leads nowhere', (reference) => {
  const program = programOf({ 'mw.ts': 'export const own = (req, res, next) => next();' }, models, [{ control: 'rate-limit', reference }]);
  expect(program.unresolvedControls.map((control) => control.reference)).toEqual([reference]);
});
