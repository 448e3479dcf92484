/** `error-handler.*`: who takes the failures of an application's handlers. */
import type { FunctionRef, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf, usesIn } from '../../file-uses.js';
import { callsIn, functionsAt } from '../../reach/reach.js';
import { isCaught } from '../../failures/rejections.js';
import { splitWords } from '../../names/name-words.js';
import { calleeText } from '../../site.js';
import type { Predicate } from '../index.js';
import { isRegisteredOn } from '../../registrations.js';

const ERROR_NAME = /^_*(?:err|error|e|ex|exception|unknownError)$/i;

/** `error-handler.registered`: a middleware for errors is registered on the application: by its four parameters, by its name, or by what it catches. */
export const registered: Predicate = (site, _operand, evaluation) => {
  const found = site.value === null ? [] : handlersFor(site.value, evaluation);
  const [first] = found;
  return first === undefined ? NO : yes({ related: [{ location: evaluation.program.location(first.value), text: 'errors are handled here' }] });
};

/** `error-handler.too-early`: the last of them is registered before a route or router of the same function, whose errors pass it by. The message's `{source}` names that. */
export const tooEarly: Predicate = (site, _operand, evaluation) => {
  if (site.value === null) return NO;
  const last = handlersFor(site.value, evaluation).at(-1);
  const behind = last === undefined ? undefined : routesOn(site.value, evaluation.program).find((each) => isBehind(each, last, evaluation.program) && mayFail(each, evaluation.program));
  if (last === undefined || behind === undefined) return NO;
  const { program } = evaluation;
  return yes({ values: { source: nameOf(behind, program) }, related: [{ location: program.location(last.value), text: 'the error handler' }, { location: program.location(behind.value), text: 'registered after it' }] });
};

/** `POST /orders` of a route, `app.use` of a router that is mounted. */
function nameOf({ value }: RoleSite, program: Program): string {
  const route = program.routes.find((each) => keyOf(each.value) === keyOf(value));
  return route === undefined ? calleeText(value, program) : `${route.method} ${route.path}`.trim();
}

/** `error-handler.written`: there is a function in the form of an error handler, which may be registered in a way that cannot be followed. */
export const written: Predicate = (_site, _operand, evaluation) => {
  const known = evaluation.files.some((file) => file.facts.functions.some((fact, id) => looksLikeErrorHandler(fact.parameters.map(({ name }) => name)) && isReferredTo({ file, id }, evaluation.program)));
  return known ? unknown('whether the error handler that is written is registered') : NO;
};

/** Its file, or one that imports anything of that and uses it, may register it; what nobody names does nothing. */
function isReferredTo({ file, id }: FunctionRef, program: Program): boolean {
  const registers = program.sitesOf('http.middleware.use').some(({ value }) => value.file === file);
  if (registers || usesIn(file).bindingsOfFunction(id).some((binding) => file.facts.bindings[binding]!.uses.some((use) => isGiven(file, use)))) return true;
  return program.importersOf(file).some((importer) => {
    const bindings = importer.facts.imports.filter(({ specifier }) => isNameOf(specifier, file.facts.path)).map(({ binding }) => importer.facts.bindings[binding]);
    return bindings.length === 0 || bindings.some((binding) => binding === undefined || binding.uses.length > 0);
  });
}

function isGiven(file: FunctionRef['file'], use: number): boolean {
  const parent = file.facts.values[file.parentOf(use)];
  return parent?.kind === 'call' && parent.callee !== use;
}

/** `./middleware/errors` may be `src/middleware/errors.ts` or `src/middleware/errors/index.ts`. */
function isNameOf(specifier: string, path: string): boolean {
  const last = specifier.replace(/\.[cm]?[jt]sx?$/, '').split('/').at(-1) ?? '';
  const [file = '', folder = ''] = path.replace(/\.[cm]?[jt]sx?$/, '').split('/').reverse();
  return last === file || (file === 'index' && (last === folder || /^\.*$/.test(last)));
}

/**
 * `error-handler.short`: a function that takes an error first is registered, with fewer parameters than the framework tells error handlers by,
 * so that it is called for every request as if it were none.
 */
export const short: Predicate = (site, _operand, evaluation) => {
  if (site.value === null) return NO;
  const { program } = evaluation;
  const key = keyOf(site.value);
  for (const use of evaluation.roleSites(['http.middleware.use'], 'wide')) {
    const arity = use.entry.attributes['error-parameters'];
    if (typeof arity !== 'number' || (use.created !== null && keyOf(use.created) !== key)) continue;
    const found = program.argumentList(use, 'handlers').find((value) => isShort(value, arity, program));
    if (found !== undefined) return yes({ values: { value: program.describe(found) }, related: [{ location: program.location(found), text: 'registered here' }] });
  }
  return NO;
};

function isShort(value: ValueRef, arity: number, program: Program): boolean {
  return program.resolve(value).some((entity) => {
    const parameters = entity.kind === 'function' ? program.functionFact(entity.ref).parameters : [];
    return parameters.length > 1 && parameters.length < arity && ERROR_NAME.test(parameters[0]!.name ?? '');
  });
}

/** By the names of its parameters: `(err, req, res, next)`. */
export function looksLikeErrorHandler([error = '', request = '', response = '', next]: readonly string[]): boolean {
  return next !== undefined && ERROR_NAME.test(error) && /^_*req/i.test(request) && /^_*res/i.test(response);
}

/** Registrations on the application, or on one whose making was not seen, that take errors, in source order. */
function handlersFor(app: ValueRef, evaluation: Evaluation): RoleSite[] {
  const { program } = evaluation;
  const own = (site: RoleSite) => site.created === null || keyOf(site.created) === keyOf(app);
  const set = evaluation.roleSites(['http.error-handler', 'http.error-listener'], 'wide').filter(own);
  const used = evaluation.roleSites(['http.middleware.use'], 'wide').filter((site) => own(site) && program.argumentList(site, 'handlers').some((value) => takesErrors(value, site, program)));
  const tracked = evaluation.roleSites(['error-tracker.handler'], 'wide').filter((site) => isHandedTo(site, app, program));
  return [...set, ...used, ...tracked];
}

/** `setupExpressErrorHandler(app)` */
function isHandedTo(site: RoleSite, app: ValueRef, program: Program): boolean {
  const given = program.argument(site, 'app');
  return given !== null && program.resolve(given).some((entity) => entity.kind === 'api' && entity.created !== null && keyOf(entity.created) === keyOf(app));
}

function takesErrors(value: ValueRef, site: RoleSite, program: Program): boolean {
  const arity = site.entry.attributes['error-parameters'];
  const functions = functionsAt(value, program);
  if (functions.length === 0) return isNamedForErrors(value, program);
  return functions.some((ref) => (typeof arity === 'number' ? program.functionFact(ref).parameters.length >= arity : catchesWhatFollows(ref)));
}

/** `app.use(errorHandler())`, `app.use(handlers.errors)`. */
function isNamedForErrors(value: ValueRef, program: Program): boolean {
  if (program.fact(value).kind === 'literal') return false;
  const words = splitWords(calleeText(value, program));
  return words.some((word) => word.startsWith('err') || word.startsWith('exception'));
}

/** A middleware that runs the next one inside a `try` with a `catch`. */
function catchesWhatFollows(ref: FunctionRef): boolean {
  return callsIn(ref).some((id) => {
    const fact = ref.file.facts.values[id];
    const callee = fact?.kind === 'call' ? ref.file.facts.values[fact.callee] : undefined;
    return callee?.kind === 'reference' && callee.name === 'next' && isCaught(ref.file, id);
  });
}

/** Routes of the application, and routers that are mounted on it. */
export function routesOn(app: ValueRef, program: Program): RoleSite[] {
  const mounts = program.sitesOf('http.middleware.use').filter((site) => program.argumentList(site, 'handlers').some((value) => isRouter(value, program)));
  const routes = program.sitesOf('http.route').filter(({ value }) => !readsSetting(value, program));
  return [...routes, ...mounts].filter((site) => isRegisteredOn(site, app));
}

/** `app.get('port')`, which answers nothing. */
function readsSetting(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  return fact.kind === 'call' && fact.args.length === 1 && program.fact({ file: value.file, id: fact.args[0]! }).kind === 'literal';
}

function isRouter(value: ValueRef, program: Program): boolean {
  return program.resolve(value).some((entity) => entity.kind === 'api' && entity.created !== null && program.rolesAt(entity.created).some(({ role }) => role === 'http.router.create'));
}

/** `error-handler.unneeded`: each handler of the application takes its own failures, in a `try` around all that it does. */
export const unneeded: Predicate = (site, _operand, { program }) => {
  const routes = site.value === null ? [] : routesOn(site.value, program);
  const handlers = routes.flatMap((route) => program.argumentList(route, 'handlers').map((value) => functionsAt(value, program)));
  return answerOf(handlers.length > 0 && handlers.every((functions) => functions.length > 0 && functions.every((ref) => takesItsFailures(ref, program))));
};

/** What it does outside a `try` is to answer, and to say what went wrong. */
function takesItsFailures(ref: FunctionRef, program: Program): boolean {
  const { file, id } = ref;
  return callsIn(ref).every((call) => isCaught(file, call) || isOnParameter(file, call, id) || SAYS.test(calleeText({ file, id: call }, program)));
}

const SAYS = /^(?:console|log|logger)\.\w+$/;

/** Does the route do more than answer with what is at hand, as the last one does that says 404? */
function mayFail(route: RoleSite, program: Program): boolean {
  const handlers = program.argumentList(route, 'handlers').flatMap((value) => program.resolve(value));
  return handlers.length === 0 || handlers.some((entity) => entity.kind !== 'function' || !onlyAnswers(entity.ref, program));
}

/** Takes a text apart and reads nothing: `path.parse(req.url)`. */
const HARMLESS = /^path\.(?:parse|extname|basename|join)$/;

/** Calls nothing but what it is given: `res.status(404).send(page)`. */
function onlyAnswers(ref: FunctionRef, program: Program): boolean {
  const { file, id } = ref;
  const { isAsync } = program.functionFact(ref);
  return !isAsync && callsIn(ref).every((call) => isOnParameter(file, call, id) || HARMLESS.test(calleeText({ file, id: call }, program))) && !file.facts.blocks.some((block) => block.function === id && block.exitKind === 'throw');
}

function isOnParameter(file: FunctionRef['file'], call: number, around: number): boolean {
  for (let fact = file.facts.values[call]; fact !== undefined; ) {
    if (fact.kind === 'reference') return file.facts.functions[around]!.parameters.some(({ name }) => name === writtenName(fact));
    if (fact.kind !== 'call' && fact.kind !== 'member') return false;
    fact = file.facts.values[fact.kind === 'call' ? fact.callee : fact.object];
  }
  return false;
}

/** Does it stand behind the handler, in the same function? */
export function isBehind(route: RoleSite, handler: RoleSite, program: Program): boolean {
  const [a, b] = [program.fact(route.value).start, program.fact(handler.value).end];
  const { file } = handler.value;
  return route.value.file === file && file.functionAt(a) === file.functionAt(program.fact(handler.value).start) && a > b;
}
