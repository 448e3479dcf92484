/** Routes of a program in memory as readable lines, with our own models. */
import type { ChainLink, Program, Route } from '../../../src/contracts/program.js';
import { loadRulebook, ownRulesDirectory } from '../../../src/rulebook/index.js';
import { fileURLToPath } from 'node:url';
import { programOf } from '../../support/audit-case.js';
import type { Files } from '../../support/inventory-of.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

export function routesOf(files: Files | string): { program: Program; routes: readonly Route[] } {
  const program = programOf(typeof files === 'string' ? { 'app.ts': files } : files, models);
  return { program, routes: program.routes };
}

/** `GET /users/:id [auth, limit]`; a `?` at the end where the chain may lack something, `…` for a path that cannot be told. */
export function table(files: Files | string): string[] {
  const { program, routes } = routesOf(files);
  return routes.map((route) => `${route.method} ${route.path === '' ? '…' : route.path} [${route.chain.map((link) => nameOf(program, link)).join(', ')}]${route.chainComplete ? '' : ' ?'}`);
}

/** The middleware as written; of an object or function literal its kind. */
function nameOf(program: Program, link: ChainLink): string {
  const name = program.describe(link.value).replace('(…)', '()');
  return link.kind === 'middleware' || link.kind === 'hook' ? name : `${link.kind} ${name}`;
}
