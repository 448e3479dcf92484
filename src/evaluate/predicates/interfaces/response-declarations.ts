/** `response.declarable`, `response.declared`, `response.usually-declared`: whether a route says what it answers with, in the way of its framework. */
import type { TypeFact } from '../../../contracts/facts.js';
import type { Program, RoleSite, Route } from '../../../contracts/program.js';
import { apiRoutes } from '../../api/api-routes.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** Fewer routes tell nothing of a habit. */
const FEW = 4;
/** A habit: at least this share of the routes. */
const SHARE = 2 / 3;
/** Decorators by which a handler says what it gives. */
const DECORATOR = /Response|Serializ|Returns?$|OpenApi|ApiOk|Swagger/i;
/** Types that say nothing of a body. */
const VAGUE = /^(?:any|unknown|object|Object|\{\}|)$/;
const AROUND = /^(?:Promise|Observable|Awaited|PromiseLike)$/;
const SENT_BY_HAND = /^@?(?:Res|Response|Next)$/;

/** The route is one that programs call, and its framework has a place for what it answers with. */
export const declarable: Predicate = ({ route }, _operand, evaluation) => answerOf(route !== null && habitOf(evaluation).routes.has(routeKey(route)));

/** Most routes of the package declare their answers. */
export const usuallyDeclared: Predicate = (_site, _operand, evaluation) => {
  const { routes, declared } = habitOf(evaluation);
  return answerOf(routes.size >= FEW && declared >= routes.size * SHARE, { values: { value: `${declared} of ${routes.size}` } });
};

/** Unknown where the declaration is made elsewhere, or where the handler sends the answer itself. */
export const declared: Predicate = ({ route }, _operand, { program }) => (route === null ? NO : declarationOf(route, program));

/** Files, streams and sockets, and answers that carry nothing. */
const SENDS_OTHERS = /\/(?:export|exports|download|csv|pdf|zip|xlsx|stream|sse|events|ws|websocket|socket|log-?out|sign-?out)(?:\.\w+)?$/i;

interface Habit {
  routes: ReadonlySet<string>;
  declared: number;
}

const memo = new WeakMap<Evaluation, Habit>();

function habitOf(evaluation: Evaluation): Habit {
  const known = memo.get(evaluation);
  if (known !== undefined) return known;
  const judged = apiRoutes(evaluation).routes.filter(({ path }) => !SENDS_OTHERS.test(path)).map((route) => ({ route, answer: declarationOf(route, evaluation.program) })).filter(({ answer }) => answer.truth !== 'unknown');
  const found = { routes: new Set(judged.map(({ route }) => routeKey(route))), declared: judged.filter(({ answer }) => answer.truth === 'yes').length };
  memo.set(evaluation, found);
  return found;
}

function routeKey({ value, method, path }: Route): string {
  return `${keyOf(value)} ${method} ${path}`;
}

function declarationOf(route: Route, program: Program): Answer {
  const site = program.rolesAt(route.value).find(({ role }) => role === 'http.route' || role === 'http.route.decorator');
  if (site === undefined) return unknown('how the route is declared');
  return site.role === 'http.route.decorator' ? ofHandler(route, program) : ofSchema(site, program);
}

/** Only some frameworks have a place for it beside the handler. */
function ofSchema(site: RoleSite, program: Program): Answer {
  if (!('response' in site.entry.arguments)) return unknown('where such a framework keeps what a route answers with');
  const schema = program.argument(site, 'schema');
  if (schema === null) return NO;
  const found = program.property(schema, ['response']);
  if (found.kind === 'found') return yes({ reason: 'its schema has the response' });
  return found.kind === 'absent' ? NO : unknown('what its schema holds');
}

function ofHandler({ handler }: Route, program: Program): Answer {
  if (handler === null) return unknown('what the handler gives');
  const { file } = handler;
  const { decorators, returnType, parameters, returns } = program.functionFact(handler);
  if (decorators.some((id) => DECORATOR.test(program.describe({ file, id })))) return yes({ reason: 'a decorator says what it gives' });
  const isByHand = parameters.some((parameter) => parameter.decorators.some((id) => SENT_BY_HAND.test(program.describe({ file, id }).replace(/\(.*$/, ''))));
  if (isByHand || returns.length === 0) return unknown('what the handler sends by itself');
  if (returnType === undefined) return NO;
  return answerOf(!isVague(returnType), { reason: 'its return type says what it gives' });
}

function isVague(type: TypeFact): boolean {
  const [inner] = type.args ?? [];
  if (AROUND.test(type.name)) return inner === undefined || isVague(inner);
  if (type.name === '[]') return inner === undefined || isVague(inner);
  return VAGUE.test(type.name) && (type.members ?? []).length === 0 && type.literal === undefined;
}
