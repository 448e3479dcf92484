/** `response.*`: what a response's body is to the browser that gets it. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import type { RequestPart } from '../../../contracts/vocabulary.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { wayLength } from '../../way-length.js';
import type { Predicate } from '../index.js';
import { verbOf } from '../../entry-points.js';
import { routesTo } from '../../reach/routes-to.js';
import { requestTextIn } from './request-text.js';
import { hasNoBody, isDeclaredObject, saysMarkup, textTypeOf } from './response-facts.js';

/** `response.markup`: a text in the body is rendered as HTML. Unknown where its content type cannot be told. */
export const responseMarkup: Predicate = (site, _operand, { program }) => {
  if (site.role === null || hasNoBody(site.role, program) || isDeclaredObject(site.role, program)) return NO;
  const type = textTypeOf(site.role, program);
  return type === 'unknown' ? unknown('which content type the response has') : answerOf(type === 'html');
};

/** JSON does harm only where it stands in a page. */
const AS_JSON = /^goes through JSON\.stringify\(/;

/** Steps. On a longer way the text becomes a row, a setting, something else. */
const LONG_WAY = 9;

/** `response.request-text`, `with:` kinds of request data: text of a client is part of the body, and not encoded for HTML. */
export const responseRequestText: Predicate = (site, operand, { program }) => {
  if (!Array.isArray(operand)) throw new Error('response.request-text takes a list of kinds of request data');
  if (site.role === null) return NO;
  for (const value of program.argumentList(site.role, 'content')) {
    const origin = requestTextIn(value, { sink: 'html', parts: operand as RequestPart[], objects: 'end' }, program);
    if (origin === null || (origin.steps.some((step) => AS_JSON.test(step.text)) && !saysMarkup(site.role, program))) continue;
    const isGuess = origin.stored || wayLength(origin) > LONG_WAY || isAskedByScriptsOnly(site.role.value, program);
    return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail }, confidence: isGuess ? 'low' : origin.lossy ? 'medium' : 'high' });
  }
  return NO;
};

/** Methods that links and forms cannot use: only a script sends them, and it renders nothing of the answer by itself. */
const OF_SCRIPTS: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

function isAskedByScriptsOnly(value: ValueRef, program: Program): boolean {
  const routes = routesTo(value, program);
  return routes.length > 0 && routes.every((route) => OF_SCRIPTS.has(verbOf(route)));
}
