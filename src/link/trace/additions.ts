/** The walk at something that holds others: what was put into it, wherever it has been handed. */
import { ADDS_TO_RECEIVER } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isUrlSink, namesHost } from './url-positions.js';
import { ANY, type CallFrame, ELEMENT, KEYS, type Visit, type Walk, enter } from './visit.js';

const MAXIMUM_USES = 200;
/** Aliases of aliases, helpers of helpers. */
const MAXIMUM_DEPTH = 3;

/** Values that say by their kind that nothing can be put into them. */
const PLAIN = new Set(['literal', 'template', 'concat', 'binary', 'unary', 'function']);

interface Search {
  link: Linking;
  walk: Walk;
  visit: Visit;
  depth: number;
  /** The calls entered where the mention stands. */
  frame: CallFrame | null;
}

/** `list.push(x)`, `map.set(k, x)`, `object.name = x`, `fill(object, x)`: the number of values followed. */
export function additionsToBinding(link: Linking, walk: Walk, visit: Visit, binding: number): number {
  const { file } = visit.ref;
  const holds = (file.facts.bindings[binding]?.writes ?? []).some((write) => !PLAIN.has(file.facts.values[write.value]?.kind ?? ''));
  const depth = holds ? 0 : MAXIMUM_DEPTH;
  return atMentions({ link, walk, visit, depth, frame: visit.frame }, file, binding, visit.path);
}

/** The same for one mention of what holds them, such as `this.parts`. */
export function additionsToMention(link: Linking, walk: Walk, visit: Visit, mention: FileValue, path: readonly string[], frame: CallFrame | null): number {
  return atMention({ link, walk, visit, depth: 1, frame }, mention, path);
}

function atMentions(search: Search, file: FileValue['file'], binding: number, path: readonly string[]): number {
  let count = 0;
  for (const use of (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES)) count += atMention(search, { file, id: use }, path);
  return count;
}

function atMention(search: Search, use: FileValue, path: readonly string[]): number {
  const { file } = use;
  let count = written(search, use, path);
  if (search.depth < MAXIMUM_DEPTH) {
    const deeper = { ...search, depth: search.depth + 1 };
    for (const alias of file.bindingsWrittenWith(use.id)) count += atMentions(deeper, file, alias, path);
  }
  const parent = file.parentOf(use.id);
  if (parent < 0) return count;
  const around = sibling(use, parent);
  const fact = factOf(around);
  if (fact.kind === 'member' && fact.object === use.id) return count + inMember(search, use, around, path);
  if (fact.kind === 'call' && fact.callee !== use.id) return count + handed(search, use, around, path);
  return count;
}

function go({ walk, visit, frame }: Search, value: FileValue, path: readonly string[], text: string): void {
  walk.go(visit, value, { path, frame, text });
}

/** `holder.name = value`. */
function written(search: Search, use: FileValue, path: readonly string[]): number {
  const [name, ...rest] = path;
  let count = 0;
  for (const write of use.file.memberWritesOn(use.id)) {
    if (name === KEYS) {
      if (write.index >= 0) go(search, sibling(use, write.index), [], '');
      continue;
    }
    if (!mayBe(name, write.name) || (name === undefined && isUrlSink(search.walk.sink) && !namesHost(write.name))) continue;
    go(search, sibling(use, write.value), rest, `is stored in ${search.link.describe(use)}`);
    count += 1;
  }
  return count;
}

/** Whether a property asked for may be the one that is written; null is a computed name. */
function mayBe(asked: string | undefined, name: string | null): boolean {
  return asked === undefined || asked === ANY || asked === ELEMENT || name === null || name === asked;
}

/** Into `holder.name`, or what a method puts into the holder. */
function inMember(search: Search, use: FileValue, member: FileValue, path: readonly string[]): number {
  const fact = factOf(member);
  if (fact.kind !== 'member') return 0;
  const callId = member.file.parentOf(member.id);
  const call = callId < 0 ? undefined : member.file.facts.values[callId];
  if (call?.kind === 'call' && call.callee === member.id) {
    return addedBy(search, use, sibling(member, callId), fact.name ?? '', path);
  }
  // The query of an address decides nothing about its host.
  if (path.length === 0 && isUrlSink(search.walk.sink) && !namesHost(fact.name)) return 0;
  return path[0] !== KEYS && mayBe(path[0], fact.name) ? atMention(search, member, path.slice(1)) : 0;
}

/** What a method such as `push` or `set` puts into its receiver. */
function addedBy(search: Search, use: FileValue, call: FileValue, method: string, path: readonly string[]): number {
  const { link } = search;
  const fact = factOf(call);
  const from = ADDS_TO_RECEIVER.get(method);
  const [name, ...rest] = path;
  if (from === undefined || fact.kind !== 'call') return 0;
  const text = `is added to ${link.describe(use)}`;
  if (name === KEYS) {
    if (from === 1 && fact.args[0] !== undefined) go(search, sibling(call, fact.args[0]), [], text);
    return 0;
  }
  const keys = from === 1 && fact.args[0] !== undefined ? link.constants(sibling(call, fact.args[0])) : null;
  const isElement = name === undefined || name === ELEMENT || name === ANY || /^\d+$/.test(name);
  if (!isElement && (from !== 1 || (keys !== null && !keys.includes(name)))) return 0;
  for (const argument of fact.args.slice(from)) {
    const value = indexed(sibling(call, argument));
    go(search, value, factOf(value).kind === 'spread' ? path : rest, text);
  }
  return fact.args.length;
}

/** The holder is an argument: of a function of the program that fills it, or of one such as `Object.assign`. */
function handed(search: Search, use: FileValue, call: FileValue, path: readonly string[]): number {
  const { link, visit, depth } = search;
  const fact = factOf(call);
  if (fact.kind !== 'call' || (depth >= MAXIMUM_DEPTH && path.length === 0)) return 0;
  let count = 0;
  for (const { value, path: inner } of assignedAt(link, call, use, path)) {
    go(search, value, inner, `is copied into ${link.describe(use)}`);
    count += 1;
  }
  const index = fact.args.indexOf(use.id);
  if (depth >= MAXIMUM_DEPTH || index < 0) return count;
  for (const callee of link.callees(call)) {
    const { file } = indexed({ file: callee.file, id: 0 });
    const binding = file.facts.functions[callee.id]?.parameters[index]?.binding ?? -1;
    if (binding >= 0) count += atMentions({ ...search, depth: depth + 1, frame: enter(visit.frame, call) }, file, binding, path);
  }
  return count;
}

/** What a call that copies properties, or sets one, gives to its target: the value and what is asked of it. */
export function assignedAt(link: Linking, call: FileValue, target: FileValue, path: readonly string[]): { value: FileValue; path: readonly string[] }[] {
  return link.rolesAt(call).flatMap((site) => {
    if (site.role !== 'object.assign' && site.role !== 'object.set') return [];
    if (link.argument(site, 'target')?.id !== target.id) return [];
    if (site.role === 'object.assign') return link.argumentList(site, 'sources').map((value) => ({ value: indexed(value), path }));
    const name = link.argument(site, 'name');
    const names = name === null ? null : link.constants(name);
    const value = link.argument(site, 'value');
    const isAsked = path[0] === undefined || names === null || names.some((known) => mayBe(path[0], String(known).split('.')[0]!));
    if (value === null || !isAsked) return [];
    return [{ value: indexed(value), path: path.slice(1) }];
  });
}
