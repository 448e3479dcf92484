/** `error-handler.elsewhere`, `error-handler.only-mounts`, `error-handler.aside`: what others do with an application, what it does itself, and for whom it is. */
import { NONE } from '../../../contracts/facts.js';
import type { Program, ValueRef } from '../../../contracts/program.js';
import { calledName } from '../../../contracts/written-name.js';
import { answerOf, NO, unknown } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf, usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';
import { looksLikeErrorHandler, routesOn } from './error-handlers.js';
import { registrationsOn } from '../../registrations.js';

/** `fallbackLogger(app)`, `setupExceptions(app)`. */
const OF_FAILURES = /err|exception|fail|fallback|sentry|bugsnag|rollbar/i;

/**
 * Unknown where the application is handed, behind its routes, to a function of a library that is named for failures, or in an object
 * (`load({ app })`) while another package of the repository has an error handler.
 */
export const elsewhere: Predicate = ({ value }, _operand, evaluation) => {
  if (value === null) return NO;
  const ends = referencesTo(value);
  const isHandedOn = ends.some((end) => isGivenForFailures(end, value, evaluation.program)) || (ends.some(isInObject) && othersHaveHandler(evaluation));
  return isHandedOn ? unknown('whether what it is handed to registers an error handler') : NO;
};

/** Are other applications all that stands on it, whose failures are theirs? */
export const onlyMounts: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const own = registrationsOn(value, program);
  return answerOf(own.length > 0 && own.every((site) => program.argumentList(site, 'handlers').some((handler) => isApplication(handler, value, program))));
};

/** An installer, or what answers while data are moved. */
const FOR_A_WHILE = /(?:^|\/)install(?:er)?\/|(?:^|\/)set-?up-[\w-]+\.[cm]?[jt]s$|migration-server\.[cm]?[jt]s$/i;
/** A stand-in on a developer's machine for what runs elsewhere: `packages/local-mail-watcher`. */
const STAND_IN = /(?:^|\/)(?:local|mock)-[\w-]+$/;

/** Is it no part of the running service: for a while, a stand-in on a developer's machine, or of a library that has what makes it for its own development alone? */
export const aside: Predicate = (site, _operand, { package: { directory, dependencies, entryPoints } }) => {
  const from = site.role?.entry.package;
  const isTriedOut = Object.keys(entryPoints).length > 0 && dependencies.some(({ name, kind }) => name === from && kind === 'development') && !dependencies.some(({ name, kind }) => name === from && kind !== 'development');
  return answerOf(site.value !== null && (FOR_A_WHILE.test(site.value.file.facts.path) || STAND_IN.test(directory) || isTriedOut));
};

function isApplication(handler: ValueRef, own: ValueRef, program: Program): boolean {
  return program.resolve(handler).some((entity) => entity.kind === 'api' && entity.created !== null && keyOf(entity.created) !== keyOf(own) && program.rolesAt(entity.created).some(({ role }) => role === 'http.app.create'));
}

function referencesTo({ file, id }: ValueRef): ValueRef[] {
  return usesIn(file).bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses.map((use) => ({ file, id: use })));
}

function isGivenForFailures({ file, id }: ValueRef, app: ValueRef, program: Program): boolean {
  const parent = file.parentOf(id);
  const call = parent === NONE ? undefined : file.facts.values[parent]!;
  if (call?.kind !== 'call' || !call.args.includes(id) || !OF_FAILURES.test(calledName(file, parent) ?? '')) return false;
  const isOfLibrary = program.callees({ file, id: parent }).length === 0;
  return isOfLibrary && routesOn(app, program).some(({ value }) => value.file === file && program.fact(value).end < call.start);
}

function isInObject({ file, id }: ValueRef): boolean {
  const parent = file.parentOf(id);
  const around = parent !== NONE && file.facts.values[parent]!.kind === 'object' ? file.parentOf(parent) : NONE;
  return around !== NONE && file.facts.values[around]!.kind === 'call';
}

function othersHaveHandler({ program, package: { directory } }: Evaluation): boolean {
  return [...program.files.values()].some((file) => file.package.directory !== directory && file.facts.functions.some((fact) => looksLikeErrorHandler(fact.parameters.map(({ name }) => name))));
}
