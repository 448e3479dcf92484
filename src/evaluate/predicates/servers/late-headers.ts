/** `headers.too-late`: what sets the headers is registered behind all that answers. */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import { isBehind, routesOn } from '../errors/error-handlers.js';
import type { Predicate } from '../index.js';
import { isRegisteredOn } from '../../registrations.js';

/**
 * `with:` `all`, or `some` (routers that are mounted before it; probes, news of other services and files may stand there on purpose). The message's
 * `{source}` is the last that answers without them. Not where one of the headers is set in any other way.
 */
export const tooLate: Predicate = (site, operand, evaluation) => {
  if (operand !== 'all' && operand !== 'some') throw new Error('headers.too-late takes all or some');
  const { value } = site;
  if (value === null) return NO;
  const { program } = evaluation;
  const setters = evaluation.roleSites(['security-headers.set', 'security-header'], 'wide');
  const registered = evaluation.roleSites(['http.middleware.use', 'http.middleware.global'], 'wide').filter((use) => isRegisteredOn(use, value));
  const uses = setters.map((setter) => registered.find((use) => encloses(use.value, setter.value, program)));
  const answering = answeringOn(value, program);
  if (uses.length === 0 || answering.length === 0) return NO;
  const before = answering.filter((each) => uses.every((use) => use !== undefined && isBehind(use, each, program)));
  const without = operand === 'all' ? before : before.filter((each) => each.role === 'http.middleware.use' && !isSetApart(each, program));
  if (without.length === 0 || (operand === 'all' && before.length < answering.length)) return NO;
  return yes({ values: { source: nameOf(without.at(-1)!, program) }, related: [{ location: program.location(uses[0]!.value), text: 'headers are set here' }] });
};

const APART = /health|metrics|status|probe|live|ready|ping|web_?hook|hook|stripe|payment|static|assets|upload|image|docs|swagger|internal/i;

function isSetApart(use: RoleSite, program: Program): boolean {
  const given = [...program.argumentList(use, 'path'), ...program.argumentList(use, 'handlers')];
  return given.some((value) => APART.test(program.describe(value)) || (program.constants(value) ?? []).some((constant) => APART.test(String(constant))));
}

function nameOf({ value }: RoleSite, program: Program): string {
  const fact = program.fact(value);
  const path = fact.kind === 'call' && fact.args[0] !== undefined ? program.constants({ file: value.file, id: fact.args[0] })?.[0] : undefined;
  return typeof path === 'string' ? path : program.describe(value);
}

/** Routes and routers on the application; where controllers make them, the call that begins to answer. */
function answeringOn(app: ValueRef, program: Program): RoleSite[] {
  const routes = routesOn(app, program);
  const isOfControllers = program.rolesAt(app).some(({ role, entry }) => role === 'http.app.create' && entry.attributes['scoping'] === 'modules');
  return isOfControllers ? program.sitesOf('http.server.listen').filter((each) => isRegisteredOn(each, app)) : routes;
}

function encloses(outer: ValueRef, inner: ValueRef, program: Program): boolean {
  const [a, b] = [program.fact(outer), program.fact(inner)];
  return outer.file === inner.file && a.start <= b.start && b.end <= a.end;
}
