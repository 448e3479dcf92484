/**
 * `route.of-administrators`: only administrators reach the site: a condition around it asks for their role, or each route that leads to
 * it stands behind something that does. With a sink: or so does each route on which request data is read that reaches the site.
 */
import type { ChainLink, FunctionRef, Program, RoleSite, Route, ValueRef } from '../../../contracts/program.js';
import { SINKS, type Sink } from '../../../contracts/sinks.js';
import { NO, yes } from '../../answer.js';
import { decoratorsRead } from '../../authentication/exemptions.js';
import { requestDataReaching } from '../../authentication/senders.js';
import { splitWords } from '../../names/name-words.js';
import { routesThrough } from '../../reach/routes-to.js';
import type { Predicate } from '../index.js';

const ADMINISTRATOR: ReadonlySet<string> = new Set(['admin', 'admins', 'administrator', 'administrators', 'superadmin', 'superuser', 'sysadmin', 'root']);
/** What a role is given to, to demand it: `authorize('admin')`, `@Roles(Role.Admin)`. */
const DEMANDS: ReadonlySet<string> = new Set(['role', 'roles', 'authorize', 'authorise', 'auth', 'permission', 'permissions', 'require', 'requires', 'restrict', 'allow', 'can', 'has', 'is', 'check', 'acl', 'guard', 'protect', 'only']);
/** Words of functions that refuse, or say that they do. */
const DEMANDING: ReadonlySet<string> = new Set(['require', 'requires', 'assert', 'ensure', 'enforce', 'verify', 'check', 'validate', 'demand', 'only']);
/** Links that only tell something: what a path is called, what is written down. */
const TELLS: ReadonlySet<string> = new Set(['log', 'logger', 'audit', 'track', 'tags', 'tag', 'operation', 'controller', 'router', 'route', 'routes', 'static', 'cors', 'limiter', 'limit', 'load', 'set', 'count', 'metrics']);

/** Answers no where no route is known to lead to the site, or one of them asks for no such role; a path such as `/admin` says nothing. */
export const ofAdministrators: Predicate = ({ value, route, role }, operand, { program }) => {
  if (value === null) return NO;
  if (role !== null && isSink(operand) && isSentByAdministrators(role, operand, program)) return yes({ reason: 'only administrators send what reaches it' });
  if (route === null && isGuarded(value, program)) return yes({ reason: 'only administrators reach it' });
  const isKnown = route === null ? isOfAdministrators(value, program) : asks(route, program);
  return isKnown ? yes({ reason: 'only administrators reach it' }) : NO;
};

function isSink(operand: unknown): operand is Sink {
  return SINKS.some((sink) => sink === operand);
}

/** Is every place where request data is read that reaches an argument of the site one that only administrators reach? Others may share the site for what they do not choose. */
function isSentByAdministrators(role: RoleSite, sink: Sink, program: Program): boolean {
  const read = requestDataReaching(role, sink, program);
  return read.length > 0 && read.every((origin) => isOfAdministrators(origin.value, program) || isGuarded(origin.value, program));
}

/** Does a condition around the place, or one that leaves before it, ask for an administrator? */
function isGuarded(value: ValueRef, program: Program): boolean {
  return program.guardsOf(value).some((guard) => guard.cases.length === 0 && holdsForAdministrators(guard.condition, guard.holds, program));
}

function isOfAdministrators(value: ValueRef, program: Program): boolean {
  const routes = routesThrough(value, program);
  return routes.length > 0 && routes.every((route) => asks(route, program));
}

function asks(route: Route, program: Program): boolean {
  return route.chain.some((link) => asksForAdministrator(link, program)) || isMarkedForAdministrators(route, program);
}

/** `if (!inGroup('admin', user)) return;`, `if (user.isAdmin)`, `if (user.role !== 'admin') throw …`: what holds, or does not, says that it is an administrator. */
function holdsForAdministrators(condition: ValueRef, holds: boolean, program: Program): boolean {
  const fact = program.fact(condition);
  const on = (id: number, polarity: boolean) => holdsForAdministrators({ file: condition.file, id }, polarity, program);
  // A role that is written there; what a variable of the request may hold is no demand.
  const isText = (id: number) => {
    const written = program.sourcesOf({ file: condition.file, id }).map((source) => program.fact(source));
    return written.length > 0 && written.every((source) => source.kind === 'literal' && namesAdministrator(String(source.value)));
  };
  // What a client says of himself is no role.
  const isOwn = (id: number) => !program.trace({ file: condition.file, id }, { sink: 'value' }).origins.some((origin) => origin.kind === 'request');
  switch (fact.kind) {
    case 'unary':
      return fact.operator === '!' && on(fact.operand, !holds);
    case 'await':
    case 'cast':
      return on(fact.operand, holds);
    case 'logical':
      // One of both is enough where both hold; where only one of them need hold, each must say so.
      return (fact.operator === '&&') === holds ? on(fact.left, holds) || on(fact.right, holds) : on(fact.left, holds) && on(fact.right, holds);
    case 'binary':
      // `if ('error' in result) return`, `if (refused instanceof Response) return`.
      if (!holds && (fact.operator === 'in' || fact.operator === 'instanceof') && isOutcomeOfDemand({ file: condition.file, id: fact.operator === 'in' ? fact.right : fact.left }, program)) return true;
      return /^[!=]==?$/.test(fact.operator) && fact.operator.startsWith('=') === holds && ((isText(fact.left) && isOwn(fact.right)) || (isText(fact.right) && isOwn(fact.left)));
    case 'call':
      return holds && (fact.args.some(isText) || namesAdministrator(program.describe({ file: condition.file, id: fact.callee })));
    case 'member':
    case 'reference':
      // `if (!result.ok) return`, `if (result.error) return`, `if (refusal) return refusal`.
      return (holds && namesAdministrator(fact.name ?? '')) || isOutcomeOfDemand(fact.kind === 'member' ? { file: condition.file, id: fact.object } : condition, program);
    default:
      return false;
  }
}

/** A variable that holds what a function answered that demands an administrator, by its name: `const result = await requireAdmin(request)`. */
function isOutcomeOfDemand(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  const writes = fact.kind === 'reference' ? (value.file.facts.bindings[fact.binding]?.writes ?? []) : [];
  const written = writes.length === 1 ? program.fact({ file: value.file, id: writes[0]!.value }) : null;
  const call = written?.kind === 'await' ? program.fact({ file: value.file, id: written.operand }) : written;
  const words = call?.kind === 'call' ? splitWords(program.describe({ file: value.file, id: call.callee })) : [];
  return words.some((word) => ADMINISTRATOR.has(word)) && words.some((word) => DEMANDING.has(word));
}

function namesAdministrator(text: string): boolean {
  return splitWords(text).some((word) => ADMINISTRATOR.has(word));
}

const ASKED = new WeakMap<ChainLink, boolean>();

function asksForAdministrator(link: ChainLink, program: Program): boolean {
  let asks = ASKED.get(link);
  if (asks === undefined) ASKED.set(link, (asks = link.conditions.length === 0 && link.kind !== 'error-handler' && link.kind !== 'schema' && demands(link, program)));
  return asks;
}

/** `@Roles(UserType.admin)`, which a guard of the route reads. */
function isMarkedForAdministrators(route: Route, program: Program): boolean {
  return decoratorsRead(route, program).some((decorator) => {
    const fact = program.fact(decorator);
    return fact.kind === 'call' && areAdministrators(fact.args.flatMap((id) => rolesIn({ file: decorator.file, id }, program)));
  });
}

function areAdministrators(roles: readonly string[]): boolean {
  // Who owns an account of several people runs it beside its administrators: `requireRole('Owner', 'Admin')`.
  const are = (role: string) => splitWords(role).some((word) => ADMINISTRATOR.has(word));
  return roles.some(are) && roles.every((role) => are(role) || /^owner$/i.test(role));
}

function demands({ value, entities }: ChainLink, program: Program): boolean {
  // What an element of a list of middleware is called.
  const names = entities.flatMap((entity) => (entity.kind === 'function' ? splitWords(program.functionFact(entity.ref).name) : []));
  if (names.some((word) => ADMINISTRATOR.has(word)) && !names.some((word) => TELLS.has(word))) return true;
  const words = splitWords(program.describe(value).replace(/\(.*$/s, ''));
  if (entities.some((entity) => entity.kind === 'function' && letsOnlyAdministratorsOn(entity.ref, program))) return true;
  if (words.some((word) => TELLS.has(word))) return false;
  if (words.some((word) => ADMINISTRATOR.has(word))) return true;
  const fact = program.fact(value);
  if (fact.kind !== 'call' || !words.some((word) => DEMANDS.has(word))) return false;
  return areAdministrators(fact.args.flatMap((id) => rolesIn({ file: value.file, id }, program)));
}

/** `(req, res, next) => { if (req.user.role !== 'admin') return res.sendStatus(403); next(); }`: whatever it is called, each way on asks for the role. */
function letsOnlyAdministratorsOn({ file, id }: FunctionRef, program: Program): boolean {
  const { start, end } = program.functionFact({ file, id });
  const ways = file.facts.calls.filter((call) => {
    const fact = file.facts.values[call]!;
    const callee = fact.kind === 'call' && fact.args.length === 0 && fact.start >= start && fact.end <= end ? file.facts.values[fact.callee] : undefined;
    return callee?.kind === 'reference' && callee.name === 'next';
  });
  return ways.length > 0 && ways.every((call) => isGuarded({ file, id: call }, program));
}

/** The roles named by an argument: a text, a member of an enumeration, a list of them. */
function rolesIn(value: ValueRef, program: Program): string[] {
  return program.sourcesOf(value).flatMap((source) => {
    const fact = program.fact(source);
    if (fact.kind === 'array') return fact.elements.flatMap((id) => rolesIn({ file: source.file, id }, program));
    // A member of an enumeration may be a number: its name says which role it is.
    return fact.kind === 'literal' ? [typeof fact.value === 'string' ? fact.value : program.describe(value)] : [program.describe(source)];
  });
}
