/** `input.*`: whether a route checks what clients send before it uses it. */
import type { Program, Route } from '../../../contracts/program.js';
import { NO, answerOf, unknown, yes } from '../../answer.js';
import { isWithin, nameOf } from '../../input/input-uses.js';
import { routeInput } from '../../input/route-input.js';
import type { ReadInput, RouteInput } from '../../input/route-input.js';
import { keyOf } from '../../file-uses.js';
import type { Site } from '../../site.js';
import type { Predicate } from '../index.js';

const MAX_NAMES = 6;

/** `input.read`: the route reads the body, the query or a form. */
export const inputRead: Predicate = (site, _operand, { program }) => {
  const input = inputOf(site, program);
  return input === null ? (isOfLibrary(site, program) ? NO : unknown('what the handler reads')) : answerOf(input.isRead);
};

/**
 * `input.unchecked` with `{ parts, state, partly }`: what is used of these parts, and checked not at all (`unchecked`) or only for being
 * there (`presence`). `partly`: something else that the route reads is checked.
 */
export const inputUnchecked: Predicate = (site, operand, { program }) => {
  const { parts, state, partly } = operandOf(operand);
  const input = inputOf(site, program);
  if (input === null || site.route === null) return NO;
  const found = input.inputs.filter((each) => parts.includes(each.part) && each.state === state);
  if (found.length === 0 || (partly !== null && partly !== isPartly(input))) return NO;
  if (!isRouteLevelKnown(site.route, program)) return unknown('what else runs before the handler');
  const related = found.slice(0, MAX_NAMES).map((each) => ({ location: program.location(each.at), text: `uses ${nameOf(each)}` }));
  return yes({ values: { source: namesOf(found) }, related, confidence: site.route.chainComplete ? 'high' : 'medium' });
};

/** `input.checked`: all that is used is checked. */
export const inputChecked: Predicate = (site, _operand, { program }) => {
  const input = inputOf(site, program);
  if (input === null) return unknown('what the handler reads');
  const open = input.inputs.filter((each) => each.state === 'open');
  if (open.length > 0) return unknown(`what checks ${namesOf(open)}`);
  const checks = [...new Map(input.checks.map((at) => [keyOf(at), at])).values()];
  const related = checks.slice(0, MAX_NAMES).map((at) => ({ location: program.location(at), text: program.describe(at) }));
  const reason = related[0] === undefined || input.isTested ? 'what is read is only tested, or made a number' : `${related[0].text} checks it`;
  return answerOf(input.inputs.every((each) => each.state === 'checked'), { reason, related });
};

function inputOf({ route }: Site, program: Program): RouteInput | null {
  return route === null || route.handler === null ? null : routeInput(route, route.handler, program);
}

function isPartly({ inputs, checks }: RouteInput): boolean {
  return checks.length > 0 || inputs.some((each) => each.state === 'checked');
}

/** The handler is a library's own: what it reads is checked there. */
function isOfLibrary({ route }: Site, program: Program): boolean {
  const fact = route === null ? null : program.fact(route.value);
  const last = fact?.kind === 'call' ? fact.args.at(-1) : undefined;
  return route !== null && last !== undefined && program.apiPaths({ file: route.value.file, id: last }).length > 0;
}

/** Checks of input are written at the route. What else is unknown of its chain, such as a middleware that is there only sometimes, hardly is one. */
function isRouteLevelKnown(route: Route, program: Program): boolean {
  if (route.chainComplete) return true;
  const fact = program.fact(route.value);
  if (fact.kind !== 'call') return true;
  const site = program.rolesAt(route.value).find((each) => each.role === 'http.route');
  const path = site === undefined ? null : program.argument(site, 'path');
  const written = fact.args.filter((id) => id !== path?.id);
  return written.length - 1 <= route.chain.filter((link) => link.level === 'route').length;
}

function namesOf(inputs: readonly ReadInput[]): string {
  // What stands for the whole speaks for its parts.
  const whole = inputs.filter((each) => !inputs.some((other) => other.part === each.part && other.path.length < each.path.length && isWithin(each.path, other.path)));
  const names = [...new Set(whole.map(nameOf))].sort();
  return names.length <= MAX_NAMES ? names.join(', ') : `${names.slice(0, MAX_NAMES).join(', ')} and ${names.length - MAX_NAMES} more`;
}

interface Operand {
  parts: readonly string[];
  state: string;
  partly: boolean | null;
}

function operandOf(operand: unknown): Operand {
  const { parts, state, partly = null } = (operand ?? {}) as Partial<Operand>;
  if (!Array.isArray(parts) || (state !== 'unchecked' && state !== 'presence')) throw new Error('input.unchecked takes parts and a state: unchecked or presence');
  return { parts, state, partly };
}
