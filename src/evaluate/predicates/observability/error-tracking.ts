/** `error-tracking.*`: whether the service that collects failures hears of those of the handlers. */
import type { FunctionRef, Program, RoleSite } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { isBehind, looksLikeErrorHandler, routesOn } from '../errors/error-handlers.js';
import { functionsAt, functionsOfEntity, reachedFunctions, usesInFunctions } from '../../reach/reach.js';
import { LOGGING_MODULE } from '../logs/terminal-logs.js';
import type { Predicate } from '../index.js';

const CAPTURE = ['error-tracker.capture'];
/** Calls from an error handler to where the failure is sent. */
const DEPTH = 4;

/**
 * `error-tracking.wired`: what takes the failures of handlers sends them: a handler of the library, or an error handler, filter or
 * listener of the program that reaches such a call. Unknown when failures are sent in other places only.
 */
export const wired: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const handler = evaluation.roleSites(['error-tracker.handler', 'error-tracker.log'], 'wide')[0] ?? filterOf(evaluation);
  const [sent] = usesInFunctions(program, reachedFunctions(program, errorHandlers(evaluation), DEPTH, Infinity), CAPTURE);
  const found = handler ?? sent;
  if (found !== undefined) return yes({ related: [placeOf(found, program, 'failures of handlers are sent here')] });
  const captures = evaluation.roleSites(CAPTURE, 'wide');
  const transports = evaluation.roleSites(['error-tracker.start'], 'wide').filter(({ value }) => LOGGING_MODULE.test(value.file.facts.path));
  const places = [...captures, ...transports];
  return places.length === 0 ? NO : unknown('whether failures of handlers reach what sends them', { related: places.slice(0, 3).map((each) => placeOf(each, program, 'failures are sent from here')) });
};

/** A filter of the library that is provided by its class, or that one of the program extends. */
function filterOf(evaluation: Evaluation): RoleSite | undefined {
  const { program } = evaluation;
  const provided = evaluation.roleSites(['http.chain.provider', 'http.chain.decorator'], 'wide').flatMap((site) => program.argumentList(site, 'handlers'));
  const extended = evaluation.files.flatMap((file) => file.facts.classes.flatMap(({ superClass }) => (superClass < 0 ? [] : [{ file, id: superClass }])));
  return [...provided, ...extended].flatMap((value) => program.rolesAt(value)).find(({ role }) => role === 'error-tracker.handler');
}

/** `error-tracking.too-early`: the handler of the library is given an application on which routes are registered later, whose failures it does not hear of. */
export const trackerTooEarly: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  for (const site of evaluation.roleSites(['error-tracker.handler'], 'own')) {
    const app = program.argument(site, 'app');
    const created = app === null ? undefined : program.resolve(app).flatMap((entity) => (entity.kind === 'api' && entity.created !== null ? [entity.created] : []))[0];
    const behind = created === undefined || !isOrdered(created, program) ? undefined : routesOn(created, program).find((route) => isBehind(route, site, program));
    if (behind !== undefined) {
      const related = [placeOf(site, program, 'hears of failures from here on'), placeOf(behind, program, 'registered after it')];
      return yes({ values: { value: program.describe(behind.value) }, related });
    }
  }
  return NO;
};

/** Fastify's error handler is for routes that come later, too. */
function isOrdered(app: RoleSite['value'], program: Program): boolean {
  return program.rolesAt(app).some(({ role, entry }) => role === 'http.app.create' && entry.attributes['scoping'] === 'ordered');
}

function placeOf(site: RoleSite, program: Program, text: string) {
  return { location: program.location(site.value), text };
}

/** Functions that take failures: in the chains of routes, by their form, as listeners, and filters, whose method is called `catch`. */
function errorHandlers(evaluation: Evaluation): FunctionRef[] {
  const { program } = evaluation;
  const registered = evaluation.roleSites(['http.error-handler', 'http.error-listener'], 'wide').flatMap((site) => program.argumentList(site, 'handlers'));
  const inChains = evaluation.own(program.routes).flatMap((route) => route.chain.filter((link) => link.kind === 'error-handler').flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity))));
  const given = registered.flatMap((value) => functionsAt(value, program));
  return [...given, ...inChains, ...writtenIn(evaluation)];
}

function writtenIn(evaluation: Evaluation): FunctionRef[] {
  const files = [...evaluation.program.files.values()].filter((file) => evaluation.holds({ file, id: 0 }, 'wide'));
  return files.flatMap((file) => {
    const filters = file.facts.classes.flatMap((fact) => fact.members.filter((member) => member.name === 'catch' && member.function >= 0).map((member) => member.function));
    const byForm = file.facts.functions.flatMap((fact, id) => (looksLikeErrorHandler(fact.parameters.map(({ name }) => name)) || TAKES_ERRORS.test(fact.name) ? [id] : []));
    return [...filters, ...byForm].map((id) => ({ file, id }));
  });
}

/** Names of functions that are given failures, where it cannot be seen who calls them. */
const TAKES_ERRORS = /^_*(?:on|handle)[A-Z]?\w*(?:Error|Exception)s?$|^\w*(?:[eE]rror|[eE]xception)(?:Handler|Middleware|Filter|Formatter)$|^didEncounterErrors$|^formatError$/;
