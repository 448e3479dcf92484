/** The walk at a parameter: back to the call that it came through, or to all callers. */
import type { TypeFact } from '../../contracts/facts.js';
import type { FunctionUse } from '../linking.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { builtinCallbackInput } from '../builtins.js';
import { argumentAt, passedValues } from '../resolve/parameter.js';
import { declarationOf } from '../resolve/types.js';
import { factOf } from '../value-graph.js';
import { holdsOnlyText } from './request-values.js';
import { type CallFrame, ELEMENT, KEYS, type Visit, type Walk, inside } from './visit.js';

const MAXIMUM_CALLERS = 30;
const KEYED = new Set(['global:Map#', 'global:URLSearchParams#', 'global:FormData#', 'global:Headers#']);

export function stepIntoParameter(link: Linking, walk: Walk, visit: Visit): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'parameter') return;
  const declaration = ref.file.facts.functions[fact.function];
  const parameter = declaration?.parameters[fact.index];
  if (declaration === undefined || parameter === undefined) return walk.end(visit, 'unknown', 'parameter');
  for (const decorator of parameter.decorators) {
    const source = link.rolesAt(sibling(ref, decorator)).find((site) => site.role.startsWith('request.'));
    if (source !== undefined && !walk.seesThrough && parsedByPipe(link, sibling(ref, decorator))) return walk.end(visit, 'numeric', '');
    if (source === undefined) continue;
    if (walk.sink === 'nosql' && holdsOnlyText(source, visit.path)) return walk.end(visit, 'sanitized', source.path);
    return walk.end(visit, 'request', [source.role, ...visit.path].join('.'));
  }
  const safe = !walk.seesThrough && visit.path.length === 0 && parameter.type !== undefined ? typeSafety(link, ref, parameter.type, 0) : null;
  if (safe !== null) return walk.end(visit, safe, '');
  const frame = matchingFrame(link, visit.frame, ref, fact.function);
  if (frame !== null) return goToArgument(link, walk, visit, frame.call, fact.index, fact.rest, 0, frame.outer);
  const uses = link.usesOf({ file: ref.file, id: fact.function });
  let followed = 0;
  for (const use of uses.slice(0, MAXIMUM_CALLERS)) followed += followUse(link, walk, visit, use, fact.index, fact.rest);
  if (followed === 0) walk.end(visit, 'parameter', parameter.name === '' ? visit.path.join('.') : parameter.name);
}

/** `@Param('id', ParseIntPipe)`: what the decorator is given lets nothing through but a number or the like. */
function parsedByPipe(link: Linking, decorator: FileValue): boolean {
  const fact = factOf(decorator);
  if (fact.kind !== 'call') return false;
  return fact.args.some((argument) => link.rolesAt(sibling(decorator, argument)).some((site) => site.role === 'sanitize.all'));
}

/** The nearest entered call that runs this function. */
function matchingFrame(link: Linking, frame: CallFrame | null, ref: FileValue, functionId: number): CallFrame | null {
  for (let current = frame; current !== null; current = current.outer) {
    if (link.callees(current.call).some((callee) => callee.file === ref.file && callee.id === functionId)) return current;
  }
  return null;
}

function followUse(link: Linking, walk: Walk, visit: Visit, use: FunctionUse, index: number, rest: boolean): number {
  if (use.kind === 'call') {
    goToArgument(link, walk, visit, indexed(use.call), index, rest, use.shift, null);
    return 1;
  }
  const call = indexed(use.call);
  const passed = passedValues(link, use, index);
  for (const value of passed) walk.go(visit, value, { frame: null, text: 'is passed to a callback' });
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (callee?.kind !== 'member' || callee.name === null) return passed.length;
  const input = builtinCallbackInput(callee.name, use.index, index);
  if (input === null) return passed.length;
  const receiver = sibling(call, callee.object);
  if (input === 'index') {
    // A map's forEach passes the key there.
    if (link.apiPaths(receiver).some((path) => KEYED.has(path))) walk.go(visit, receiver, { path: [KEYS], frame: sameFunction(visit, call) });
    else walk.end(visit, 'numeric', '');
    return 1;
  }
  if (input === 'element of argument') {
    const source = argumentAt(call, 0);
    if (source !== null) walk.go(visit, source, { path: inside(visit.path, ELEMENT), frame: sameFunction(visit, call) });
    return 1;
  }
  if (input === 'accumulator') {
    const initial = argumentAt(call, 1);
    if (initial !== null) walk.go(visit, initial, { frame: sameFunction(visit, call) });
    return 1;
  }
  const path = input === 'element' ? inside(visit.path, ELEMENT) : visit.path;
  walk.go(visit, receiver, { path, frame: sameFunction(visit, call), text: '' });
  return 1;
}

/** A callback written in place runs inside the call that made it: the entered calls stay. */
function sameFunction(visit: Visit, call: FileValue): CallFrame | null {
  return visit.ref.file === call.file ? visit.frame : null;
}

function goToArgument(
  link: Linking,
  walk: Walk,
  visit: Visit,
  call: FileValue,
  index: number,
  rest: boolean,
  shift: number,
  frame: CallFrame | null,
): void {
  const fact = factOf(call);
  if (fact.kind === 'template') return goToTemplatePart(walk, visit, call, index, rest, frame);
  if (fact.kind !== 'call') return walk.end(visit, 'unknown', 'call');
  const text = `is passed to ${link.describe(sibling(call, fact.callee))}()`;
  const passed = argumentAt(call, index - shift);
  if (rest) {
    const [name, ...deeper] = visit.path;
    const path = name === ELEMENT || (name !== undefined && /^\d+$/.test(name)) ? deeper : visit.path;
    const all = fact.args.slice(index - shift);
    for (const argument of all) walk.go(visit, sibling(call, argument), { path, frame, text });
    if (all.length === 0) walk.end(visit, 'constant', '');
  } else if (passed !== null) walk.go(visit, passed, { frame, text });
  else if (fact.args.some((argument) => factOf(sibling(call, argument)).kind === 'spread')) {
    const spread = fact.args.find((argument) => factOf(sibling(call, argument)).kind === 'spread')!;
    walk.go(visit, sibling(call, spread), { path: inside(visit.path, ELEMENT), frame, text, lossy: true });
  } else walk.end(visit, 'constant', '');
}

/** A tag function gets the texts first and then the parts. */
function goToTemplatePart(walk: Walk, visit: Visit, template: FileValue, index: number, rest: boolean, frame: CallFrame | null): void {
  const fact = factOf(template);
  if (fact.kind !== 'template') return;
  if (index === 0) return walk.end(visit, 'constant', '');
  const parts = rest ? fact.parts.slice(index - 1) : fact.parts.slice(index - 1, index);
  const path = rest ? visit.path.slice(1) : visit.path;
  for (const part of parts) walk.go(visit, sibling(template, part), { path, frame, text: 'is part of a tagged template' });
  if (parts.length === 0) walk.end(visit, 'constant', '');
}

const NUMERIC_TYPES = new Set(['number', 'boolean', 'bigint', 'Date']);

/** A type that cannot carry free text: a number, or one of some literals. */
function typeSafety(link: Linking, ref: FileValue, type: TypeFact, depth: number): 'numeric' | 'allow-listed' | null {
  if (NUMERIC_TYPES.has(type.name)) return 'numeric';
  if (type.literal !== undefined) return 'allow-listed';
  if (depth > 4) return null;
  if (type.name === '|') {
    const arms = (type.args ?? []).filter((arm) => arm.name !== 'undefined' && arm.name !== 'null');
    const safeties = arms.map((arm) => typeSafety(link, ref, arm, depth + 1));
    return safeties.length > 0 && safeties.every((safety) => safety !== null) ? 'allow-listed' : null;
  }
  const declared = /^[A-Z]\w*$/.test(type.name) ? declarationOf(link, ref.file, type.name) : null;
  if (declared === null) return null;
  if (declared.declaration.kind === 'enum') return 'allow-listed';
  const alias = declared.declaration.kind === 'alias' ? declared.declaration.extends[0] : undefined;
  return alias === undefined ? null : typeSafety(link, { file: declared.file, id: 0 }, alias, depth + 1);
}
