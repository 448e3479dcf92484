/** The walk at what a function is given: back to the call that it came through, or to all that may run it. */
import type { FunctionRef } from '../../contracts/program.js';
import { builtinCallbackInput } from '../builtins.js';
import { type FileValue, type FunctionUse, type Linking, indexed, sibling } from '../linking.js';
import { callbackInputs } from '../resolve/callbacks.js';
import { argumentAt, passedBy } from '../resolve/passed-values.js';
import { factOf, sameValue } from '../value-graph.js';
import { stepIntoEmitted } from './events.js';
import { frameOf, framesThrough, makingsOf } from './frames.js';
import { assignedThroughSetter, isOtherInstance } from './instances.js';
import { isOtherClass } from './lineage.js';
import { ANY, type CallFrame, ELEMENT, KEYS, type Visit, type Walk, inside } from './visit.js';

const MAXIMUM_CALLERS = 30;
const KEYED = new Set(['global:Map#', 'global:URLSearchParams#', 'global:FormData#', 'global:Headers#']);

/** One parameter, or with `rest` all from `index` on as a list. */
export interface Received {
  function: FunctionRef;
  index: number;
  rest: boolean;
  /** For the reader; '' when it has none. */
  name: string;
}

export function stepIntoPassed(link: Linking, walk: Walk, visit: Visit, received: Received): void {
  const entered = frameOf(link, visit.frame, received.function);
  if (entered !== null) {
    if (entered.callback !== null) return followCallback(link, walk, visit, entered, received);
    for (const use of usesIn(link, received.function, entered.call)) followCall(link, walk, visit, use, received, entered.outer);
    return;
  }
  const makings = makingsOf(link, visit.frame, received.function);
  for (const { call, frame } of makings) followCall(link, walk, visit, plainUse(call), received, frame);
  if (makings.length > 0) return;
  let followed = assignedThroughSetter(link, walk, visit, received);
  for (const use of link.usesOf(received.function).slice(0, MAXIMUM_CALLERS)) {
    if (!isOtherInstance(link, visit.frame, use, received.function) && !isOtherClass(link, visit, use, received.function)) followed += followUse(link, walk, visit, use, received);
  }
  if (followed === 0) walk.end(visit, 'parameter', received.name === '' ? visit.path.join('.') : received.name);
}

/** The entered call handed the function to something else that runs it. */
function followCallback(link: Linking, walk: Walk, visit: Visit, entered: CallFrame, received: Received): void {
  const uses = link.usesOf(received.function).filter((use) => use.kind === 'argument' && sameValue(use.call, entered.call));
  for (const use of uses.slice(0, 1)) if (use.kind === 'argument' && followArgument(link, walk, visit, use, received, entered.outer) > 0) return;
  walk.end(visit, 'parameter', received.name);
}

/** How a call passes its arguments on to the function that it runs. */
function usesIn(link: Linking, ref: FunctionRef, call: FileValue): Extract<FunctionUse, { kind: 'call' }>[] {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  const binding = callee?.kind === 'reference' ? call.file.facts.bindings[callee.binding] : undefined;
  const isDirect = callee?.kind === 'function' || (callee?.kind === 'reference' && binding?.kind !== 'const' && binding?.kind !== 'let' && binding?.kind !== 'var');
  if (isDirect || callee === null) return [plainUse(call)];
  const known = link.usesOf(ref).flatMap((use) => (use.kind === 'call' && sameValue(use.call, call) ? [use] : []));
  if (known.length > 0) return known.slice(0, 1);
  if (callee.kind === 'member' && callee.name === 'call') return [{ ...plainUse(call), shift: -1 }];
  if (callee.kind === 'member' && callee.name === 'apply') return [{ ...plainUse(call), list: 1 }];
  return [plainUse(call)];
}

function plainUse(call: FileValue): Extract<FunctionUse, { kind: 'call' }> {
  return { kind: 'call', call, shift: 0, list: -1, bound: [], through: [] };
}

function followUse(link: Linking, walk: Walk, visit: Visit, use: FunctionUse, received: Received): number {
  const frame = framesThrough(link, visit.frame, use.through, use.call);
  if (use.kind === 'argument') return followArgument(link, walk, visit, use, received, frame);
  followCall(link, walk, visit, use, received, frame);
  return 1;
}

function followCall(link: Linking, walk: Walk, visit: Visit, use: Extract<FunctionUse, { kind: 'call' }>, received: Received, frame: CallFrame | null): void {
  const call = indexed(use.call);
  const fact = factOf(call);
  if (fact.kind === 'template') return goToTemplatePart(walk, visit, call, received, frame);
  if (fact.kind !== 'call') return walk.end(visit, 'unknown', 'call');
  const text = `is passed to ${link.describe(sibling(call, fact.callee))}()`;
  const [name, ...deeper] = visit.path;
  const exact = received.rest && name !== undefined && /^\d+$/.test(name);
  if (received.rest && !exact) return goToRest(walk, visit, use, received.index, { frame, text });
  const passed = passedBy(use, received.index + (exact ? Number(name) : 0));
  for (const { value, path } of passed) walk.go(visit, value, { path: [...path, ...(exact ? deeper : visit.path)], frame, text });
  if (passed.length === 0) walk.end(visit, 'constant', '');
}

/** All arguments from a position on, as a list. */
function goToRest(walk: Walk, visit: Visit, use: Extract<FunctionUse, { kind: 'call' }>, index: number, change: { frame: CallFrame | null; text: string }): void {
  const fact = factOf(use.call);
  if (fact.kind !== 'call') return;
  const [name, ...deeper] = visit.path;
  const inElement = name === ELEMENT || name === ANY ? deeper : visit.path;
  const position = Math.max(index - use.shift, 0);
  const args = use.list >= 0 ? fact.args.slice(use.list, use.list + 1) : fact.args.slice(position);
  for (const value of use.bound.slice(index)) walk.go(visit, value, { ...change, path: inElement });
  for (const argument of args) {
    const value = sibling(use.call, argument);
    const isList = use.list >= 0 || factOf(value).kind === 'spread';
    walk.go(visit, value, { ...change, path: isList ? visit.path : inElement });
  }
  if (args.length + use.bound.length === 0) walk.end(visit, 'constant', '');
}

/** A library or the language runs the function: what it passes is told by models, or by what its method does. */
function followArgument(link: Linking, walk: Walk, visit: Visit, use: Extract<FunctionUse, { kind: 'argument' }>, received: Received, frame: CallFrame | null): number {
  const call = indexed(use.call);
  let followed = stepIntoEmitted(link, walk, visit, use, received.index);
  for (const { value, path } of callbackInputs(link, use, received.function, received.index)) {
    walk.go(visit, value, { path: [...path, ...visit.path], frame, text: 'is passed to a callback' });
    followed += 1;
  }
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (followed > 0 || callee?.kind !== 'member' || callee.name === null) return followed;
  const input = builtinCallbackInput(callee.name, use.index, received.index);
  const receiver = sibling(call, callee.object);
  switch (input) {
    case null:
      return 0;
    case 'index':
      // A map's forEach passes the key there.
      if (link.apiPaths(receiver).some((path) => KEYED.has(path))) walk.go(visit, receiver, { path: [KEYS], frame });
      else walk.end(visit, 'numeric', '');
      return 1;
    case 'element of argument':
    case 'accumulator': {
      const source = argumentAt(call, input === 'accumulator' ? 1 : 0);
      if (source !== null) walk.go(visit, source, { path: input === 'accumulator' ? visit.path : inside(visit.path, ELEMENT), frame });
      return 1;
    }
    default:
      walk.go(visit, receiver, { path: input === 'element' ? inside(visit.path, ELEMENT) : visit.path, frame });
      return 1;
  }
}

/** A tag function gets the texts first and then the parts. */
function goToTemplatePart(walk: Walk, visit: Visit, template: FileValue, { index, rest }: Received, frame: CallFrame | null): void {
  const fact = factOf(template);
  if (fact.kind !== 'template') return;
  if (index === 0) return walk.end(visit, 'constant', '');
  const parts = rest ? fact.parts.slice(index - 1) : fact.parts.slice(index - 1, index);
  const path = rest ? visit.path.slice(1) : visit.path;
  for (const part of parts) walk.go(visit, sibling(template, part), { path, frame, text: 'is part of a tagged template' });
  if (parts.length === 0) walk.end(visit, 'constant', '');
}

/** `arguments` of the nearest function that is no arrow. */
export function stepIntoArguments(link: Linking, walk: Walk, visit: Visit): void {
  const { file } = visit.ref;
  let id = file.functionAt(factOf(visit.ref).start);
  while (id > 0 && file.facts.functions[id]?.kind === 'arrow') id = file.facts.functions[id]!.parent;
  if (id === 0) return walk.end(visit, 'unknown', 'arguments');
  stepIntoPassed(link, walk, visit, { function: { file, id }, index: 0, rest: true, name: 'arguments' });
}

