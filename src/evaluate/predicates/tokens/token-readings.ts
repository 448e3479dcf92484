/** `jwt.*` of tokens that a helper decodes for others, and of what nobody asks. */
import type { ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { functionAround } from '../../reach/reach.js';
import { routesThrough } from '../../reach/routes-to.js';
import { isNamedNowhere } from '../../reach/unnamed.js';
import type { Predicate } from '../index.js';
import { readsNothingElse } from './jwt.js';
import { tokenOf } from './token-checks.js';
import { isFromIssuer } from './token-issuer.js';

/** A path in the data of a body: the headers of a request that was recorded. */
const RECORDED_HEADERS = /^request\.body\..*\bheaders\b/;
/** Pages and commands that explain a token to whoever holds it. */
const EXPLAINS = /(?:^|[^a-z])(?:(?:token|jwt)s?[-_]?(?:test|tester|debug|debugger|inspect|inspector|explain|playground)|(?:inspect|debug|explain)[-_]?(?:token|jwt)s?)(?:[^a-z]|$)/i;

/**
 * `with:` names of claims. A helper gives back what it decodes of the token it is given: does each of its callers read these claims alone, or hand in
 * a token that the program got from whoever made it?
 */
export const harmlessForCallers: Predicate = (site, operand, { program }) => {
  if (!Array.isArray(operand)) throw new Error('jwt.harmless-for-callers takes a list of claim names');
  const token = tokenOf(site, program);
  const fact = token === null ? undefined : program.fact(token);
  if (token === null || fact === undefined || site.value === null) return NO;
  const own = functionAround(site.value);
  const index = own.file.facts.functions[own.id]!.parameters.findIndex(({ binding }) => fact.kind === 'reference' && binding >= 0 && binding === fact.binding);
  const isGivenBack = [site.value.id, outermost(site.value)].some((id) => usesIn(own.file).returnedBy(id).includes(own.id));
  const callers = index < 0 || !isGivenBack ? [] : program.callersOf(own);
  const isHarmless = (caller: ValueRef) => {
    const call = program.fact(caller);
    const given = call.kind === 'call' ? call.args[index] : undefined;
    return readsNothingElse(caller, operand as string[], program) || (given !== undefined && isFromIssuer({ file: caller.file, id: given }, program));
  };
  return answerOf(callers.length > 0 && callers.every(isHarmless));
};

/** The value with the casts and waiting around it. */
function outermost({ file, id }: ValueRef): number {
  let at = id;
  for (let parent = file.parentOf(at); ['cast', 'await'].includes(file.facts.values[parent]?.kind ?? ''); parent = file.parentOf(at)) at = parent;
  return at;
}

/** Is the token out of the headers of a request that somebody recorded and sent here in a body? It lets nobody in here. */
export const tokenOfTraffic: Predicate = (site, _operand, { program }) => {
  const token = tokenOf(site, program);
  const requests = token === null ? [] : program.trace(token, { sink: 'value' }).origins.filter(({ kind }) => kind === 'request');
  return answerOf(requests.length > 0 && requests.every(({ detail }) => RECORDED_HEADERS.test(detail)));
};

/** Does it explain a token to whoever sends one, by the name of its file or of each route that leads there? */
export const explainsTokens: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const routes = routesThrough(value, program);
  const words = (text: string) => text.replaceAll(/([a-z])([A-Z])/g, '$1-$2');
  return answerOf(EXPLAINS.test(words(value.file.facts.path)) || (routes.length > 0 && routes.every(({ path }) => path !== null && EXPLAINS.test(words(path)))));
};

/** Is the flag that switches verification off left to callers, and does a call that says nothing of it verify (`verify = true`, `decode(token, key, !verify)`)? */
export const verifiesByDefault: Predicate = ({ role }, _operand, { program }) => {
  const [flag] = role === null ? [] : program.argumentList(role, 'unverified');
  if (flag === undefined) return NO;
  const fact = program.fact(flag);
  const isNegated = fact.kind === 'unary' && fact.operator === '!';
  const named = isNegated ? program.fact({ file: flag.file, id: fact.operand }) : fact;
  const own = functionAround(flag);
  const parameter = named.kind === 'reference' ? own.file.facts.functions[own.id]!.parameters.find(({ binding }) => binding >= 0 && binding === named.binding) : undefined;
  const meant = parameter === undefined || parameter.default < 0 ? [] : (program.constants({ file: flag.file, id: parameter.default }) ?? []);
  return answerOf(meant.length === 1 && meant[0] === isNegated);
};

/** Does nothing in a program with routes name the function that reads it, or the one that alone calls that? */
export const readForNobody: Predicate = ({ value }, _operand, { program }) => {
  if (value === null || program.routes.length === 0) return NO;
  let own = functionAround(value);
  for (let steps = 0; steps < 3; steps += 1) {
    const callers = program.callersOf(own);
    if (callers.length === 0) return answerOf(isNamedNowhere(own, program, [...program.files.values()]));
    if (callers.length > 1) return NO;
    own = functionAround(callers[0]!);
  }
  return NO;
};
