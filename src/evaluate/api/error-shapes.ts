/** The shapes of a package's error answers: where in the body a client finds what went wrong. */
import type { ValueFact } from '../../contracts/facts.js';
import type { Program, RoleSite, ValueRef } from '../../contracts/program.js';
import type { Confidence } from '../../contracts/audit.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { statusesOf } from '../predicates/injection/response-facts.js';
import { functionAround } from '../reach/reach.js';
import { routeReaching } from '../reach/request-reach.js';
import { lastSegment } from '../site.js';
import { responseSites } from '../sites/responses.js';
import { apiRoutes } from './api-routes.js';

export interface ErrorAnswer {
  /** Where what went wrong stands: `{ error }`, `{ error: { … } }`, `{ message }`, `a text` … Several places where a body has several. */
  readonly shapes: readonly string[];
  readonly confidence: Confidence;
}

export interface ErrorShapes {
  /** By `keyOf` of the answer's value. */
  readonly answers: ReadonlyMap<string, ErrorAnswer>;
  /** The one that most have; '' where no two bodies have one. */
  readonly usual: string;
  readonly usualCount: number;
}

/** Properties that hold what went wrong. */
const CARRIERS = ['error', 'errors', 'message', 'msg', 'detail', 'title', 'err', 'error_message', 'errorMessage', 'reason'];
/** Bodies whose shape a standard gives: OAuth 2.0 (RFC 6749, 5.2) and JSON-RPC. */
const STANDARD = /^(?:error_description|error_uri|jsonrpc)$/;
export const TEXT = 'a text';

const memo = new WeakMap<Evaluation, ErrorShapes>();

export function errorShapes(evaluation: Evaluation): ErrorShapes {
  let found = memo.get(evaluation);
  if (found === undefined) memo.set(evaluation, (found = find(evaluation)));
  return found;
}

function find(evaluation: Evaluation): ErrorShapes {
  const answers = new Map<string, ErrorAnswer>();
  for (const { role, value } of responseSites(evaluation)) {
    const answer = role === null ? null : answerOf(role, evaluation);
    if (answer !== null && value !== null) answers.set(keyOf(value), answer);
  }
  const counts = new Map<string, number>();
  for (const { shapes } of answers.values()) for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  // A text has no place for anything: where some bodies have one, that is what others should have.
  const [usual = '', usualCount = 0] = [...counts].filter(([shape, count]) => shape !== TEXT && count > 1).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  return { answers, usual, usualCount };
}

function answerOf(site: RoleSite, evaluation: Evaluation): ErrorAnswer | null {
  const { program } = evaluation;
  // Pages are for people, and streams have begun already.
  if (site.entry.attributes['text'] === 'template' || lastSegment(site.path) === 'write') return null;
  // Exceptions become answers in one place, whatever they are given.
  const fact = program.fact(site.value);
  if (fact.kind === 'call' && fact.isNew && site.path !== 'global:Response') return null;
  const statuses = statusesOf(site, program, true);
  if (statuses === null || statuses.length === 0 || statuses.some((status) => status < 400)) return null;
  const [content, ...others] = program.argumentList(site, 'content');
  if (content === undefined || others.length > 0) return null;
  const shapes = shapesOf(content, program);
  if (shapes.length === 0) return null;
  if (!shapes.includes(TEXT)) return { shapes, confidence: 'medium' };
  // Probes, webhooks and pages may answer with a text.
  const route = routeReaching(program, functionAround(site.value));
  if (route !== null) return apiRoutes(evaluation).routes.includes(route) ? { shapes, confidence: 'medium' } : null;
  return { shapes, confidence: 'low' };
}

/** None where it cannot be told, or where the body says nothing of an error. */
function shapesOf(content: ValueRef, program: Program): string[] {
  if (isText(program.fact(content))) return [TEXT];
  const [only, ...others] = program.resolve(content);
  if (only?.kind === 'constant' && others.length === 0 && typeof only.value === 'string') return [TEXT];
  if (only?.kind !== 'object' || others.length > 0) return [];
  const { file, id } = only.value;
  const object = file.facts.values[id]!;
  if (object.kind !== 'object' || object.properties.some(({ name }) => name === null || STANDARD.test(name))) return [];
  const shapes = object.properties.flatMap(({ name, value }) => (CARRIERS.includes(name!) ? [name === 'error' ? shapeOfError(program.fact({ file, id: value })) : `{ ${name!} }`] : []));
  return shapes.includes(null) ? [] : shapes.flatMap((shape) => (shape === null || shape === '' ? [] : [shape]));
}

/** '' for a mere flag: `{ error: true, message }`. Null for what may be a text or an object. */
function shapeOfError(fact: ValueFact): string | null {
  if (fact.kind === 'object') return '{ error: { … } }';
  if (fact.kind === 'literal' && fact.type === 'boolean') return '';
  return isText(fact) || isMessage(fact) ? '{ error }' : null;
}

function isText(fact: ValueFact): boolean {
  return (fact.kind === 'literal' && typeof fact.value === 'string' && fact.value !== '') || (fact.kind === 'template' && fact.tag < 0) || fact.kind === 'concat';
}

function isMessage(fact: ValueFact): boolean {
  return fact.kind === 'member' && fact.name === 'message';
}
