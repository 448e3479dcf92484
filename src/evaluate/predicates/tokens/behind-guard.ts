/** `jwt.behind-guard`: somebody else makes sure who calls, wherever the token is read. */
import type { FunctionRef, Program, Route, ValueRef } from '../../../contracts/program.js';
import { NONE } from '../../../contracts/facts.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO } from '../../answer.js';
import { functionsRunBy, guardsInForce } from '../../authentication/guards.js';
import type { GuardInForce } from '../../authentication/guards.js';
import { usesIn } from '../../authentication/reach.js';
import type { Reached } from '../../authentication/reach.js';
import { functionAround, functionsAt, keyOf } from '../../reach/reach.js';
import { routesTo } from '../../reach/routes-to.js';
import type { Predicate } from '../index.js';

/** Roles of what makes sure who calls, by a token's signature or a session. */
const VERIFYING = ['auth.guard', 'jwt.verify.request', 'jwt.verify'];
/** Under these names handlers look for the caller. */
const CALLER = /^_*(?:current_?)?(?:user|auth|account|principal|identity|session|claims)(?:_?id)?$/i;
const LINK_DEPTH = 2;

/**
 * Yes where a guard that verifies by itself stands on each route whose handler reads the token; for a link of the chain, and what fills a
 * parameter, on one of its routes at least, unless it leaves what it read as the caller: open routes then have somebody whom nobody knows.
 * Also where it fills a parameter that no handler has. A guard that only looks at what is read here is none.
 */
export const behindGuard: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const own = functionAround(value);
  const handling = routesTo(value, program);
  if (handling.length > 0) return answerOf(handling.every((route) => isVerified(route, own, program)));
  const onChain = standsBeforeAll(own, program) ? program.routes : program.routes.filter((route) => route.chain.some((link) => runs(functionsRunBy(link, program, LINK_DEPTH), own)));
  if (onChain.length > 0) return answerOf(onChain.every((route) => isVerified(route, own, program)) || (!leavesCaller(own) && onChain.some((route) => isVerified(route, own, program))));
  const filled = isDecorator(own, program) ? program.routes.filter((route) => fillsParameter(own, route, program)) : null;
  return answerOf(filled !== null && filled.every((route) => isVerified(route, own, program)));
};

function runs(reached: readonly Reached[], own: FunctionRef): boolean {
  return reached.some(({ ref }) => keyOf(ref) === keyOf(own));
}

/** The `canActivate` of a guard that an application is given as a whole. */
function standsBeforeAll({ file, id }: FunctionRef, program: Program): boolean {
  const own = file.facts.functions[id]!;
  if (own.name !== 'canActivate' || own.class === NONE) return false;
  const isOwn = (value: ValueRef) => program.resolve(value).some((entity) => (entity.kind === 'instance' || entity.kind === 'class') && entity.ref.file === file && entity.ref.id === own.class);
  const given = (call: ValueRef) => {
    const fact = program.fact(call);
    return fact.kind === 'call' && writtenName(call.file.facts.values[fact.callee]!) === 'useGlobalGuards' && fact.args.some((argument) => isOwn({ file: call.file, id: argument }));
  };
  return program.importersOf(file).some((importer) => importer.valuesOfKind('call').some((call) => given({ file: importer, id: call })));
}

function isVerified(route: Route, own: FunctionRef, program: Program): boolean {
  const verifies = ({ link, reached }: GuardInForce) => link !== null && (link.roles.some((role) => VERIFYING.includes(role)) || usesIn(reached, VERIFYING, program).length > 0);
  return guardsInForce(route, program).some((guard) => verifies(guard) && !runs(guard.reached, own));
}

/** `req.user = claims` */
function leavesCaller({ file, id }: FunctionRef): boolean {
  const { start, end } = file.facts.functions[id]!;
  return file.facts.memberWrites.some(({ at, name }) => at >= start && at <= end && CALLER.test(name ?? ''));
}

/** The function that `createParamDecorator(…)` is given. */
function isDecorator(own: FunctionRef, program: Program): boolean {
  return program.sitesOf('http.parameter.decorator').some((site) => program.argumentList(site, 'factory').flatMap((factory) => functionsAt(factory, program)).some((ref) => keyOf(ref) === keyOf(own)));
}

/** `@CurrentUser() user` of a handler, where the function made the decorator. */
function fillsParameter(own: FunctionRef, { handler }: Route, program: Program): boolean {
  if (handler === null) return false;
  const makersOf = (value: ValueRef) => program.resolve(value).flatMap((entity) => (entity.kind === 'api' && entity.created !== null ? program.rolesAt(entity.created) : []));
  return program.functionFact(handler).parameters.some(({ decorators }) => decorators.some((id) => {
    const fact = handler.file.facts.values[id]!;
    const makers = makersOf({ file: handler.file, id: fact.kind === 'call' ? fact.callee : id });
    const factories = makers.flatMap((site) => (site.role === 'http.parameter.decorator' ? program.argumentList(site, 'factory') : []));
    return factories.flatMap((factory) => functionsAt(factory, program)).some((ref) => keyOf(ref) === keyOf(own));
  }));
}
