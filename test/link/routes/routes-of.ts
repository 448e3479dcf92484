/** Routes of a program in memory as readable lines, with our own models. */
import type { ChainLink, Program, Route, ValueRef } from '../../../src/contracts/program.js';
import { ownRulesDirectory } from '../../../src/rulebook/index.js';
import { loadRulebook } from '../../../src/rulebook/load.js';
import { fileURLToPath } from 'node:url';
import { programOf } from '../../support/audit-case.js';
import type { Files } from '../../support/inventory-of.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

export function routesOf(files: Files | string): { program: Program; routes: readonly Route[] } {
  const program = programOf(typeof files === 'string' ? { 'app.ts': files } : files, models);
  return { program, routes: program.routes };
}

/** `GET /users/:id [auth, limit if production]`; a `?` at the end where the chain may lack something, `…` for a path that cannot be told. */
export function table(files: Files | string): string[] {
  const { program, routes } = routesOf(files);
  return lines(program, routes);
}

/** The same for operations. */
export function operationTable(files: Files | string): string[] {
  const { program } = routesOf(files);
  return lines(program, program.operations.all);
}

function lines(program: Program, routes: readonly Route[]): string[] {
  return routes.map((route) => `${route.method} ${route.path === '' ? '…' : route.path} [${route.chain.map((link) => nameOf(program, link)).join(', ')}]${route.chainComplete ? '' : ' ?'}`);
}

/** As far as tests need it: names, and what is compared. */
function textOf(value: ValueRef): string {
  const fact = value.file.facts.values[value.id]!;
  const of = (id: number) => textOf({ file: value.file, id });
  if (fact.kind === 'binary') return `${of(fact.left)}${fact.operator}${of(fact.right)}`;
  if (fact.kind === 'literal') return String(fact.value);
  return fact.kind === 'member' ? (fact.name ?? '') : fact.kind === 'reference' ? fact.name : fact.kind;
}

/** The middleware as written; of an object or function literal its kind. */
function nameOf(program: Program, link: ChainLink): string {
  const name = program.describe(link.value).replace('(…)', '()');
  const told = link.kind === 'middleware' || link.kind === 'hook' ? name : `${link.kind} ${name}`;
  const conditions = link.conditions.map((guard) => (guard === null ? 'sometimes' : `${guard.holds ? 'if' : 'unless'} ${textOf(guard.condition)}`));
  return [told, ...conditions].join(' ');
}
