/** The walk at something that holds others: what was put into it, wherever it has been handed. */
import { ADDS_TO_RECEIVER } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { MAXIMUM_DEPTH, MAXIMUM_USES, mayBeFilled } from './filled.js';
import { isUrlSink, namesHost } from './url-positions.js';
import { arrivesWhole } from './whole-objects.js';
import { ANY, type CallFrame, ELEMENT, KEYS, type Visit, type Walk, enter } from './visit.js';

/** Values that say by their kind that nothing can be put into them. */
const PLAIN = new Set(['literal', 'template', 'concat', 'binary', 'unary', 'function']);

/** Something that is put into a holder. */
interface Addition {
  value: FileValue;
  /** What is asked of it. */
  path: readonly string[];
  text: string;
  /** The call in whose function it is put there; null where the holder itself stands. */
  within: FileValue | null;
}

interface Search {
  link: Linking;
  /** Only what may name the host of an address is asked for. */
  toUrl: boolean;
  depth: number;
  within: FileValue | null;
  found: Addition[];
}

const memo = new WeakMap<Linking, WeakMap<FileValue['file'], Map<string, readonly Addition[]>>>();

/** `list.push(x)`, `map.set(k, x)`, `object.name = x`, `fill(object, x)`: the number of values followed. */
export function additionsToBinding(link: Linking, walk: Walk, visit: Visit, binding: number): number {
  return follow(link, walk, visit, knownAdditions(link, visit.ref.file, binding, visit.path, isUrlSink(walk.sink)), visit.frame);
}

/** The same for one mention of what holds them, such as `this.parts`. */
export function additionsToMention(link: Linking, walk: Walk, visit: Visit, mention: FileValue, path: readonly string[], frame: CallFrame | null): number {
  const search: Search = { link, toUrl: isUrlSink(walk.sink), depth: 1, within: null, found: [] };
  atMention(search, mention, path);
  return follow(link, walk, visit, search.found, frame, path);
}

function follow(link: Linking, walk: Walk, visit: Visit, additions: readonly Addition[], frame: CallFrame | null, asked = visit.path): number {
  // What something was put into is an object.
  if (additions.length > 0 && arrivesWhole(link, walk, { ...visit, path: asked })) {
    walk.end(visit, 'sanitized', 'JSON');
    return additions.length;
  }
  for (const { value, path, text, within } of additions) {
    walk.go(visit, value, { path, text, frame: within === null ? frame : enter(visit.frame, within) });
  }
  return additions.length;
}

/** A variable is come to from many sinks; what is put into it is the same for all of them. */
function knownAdditions(link: Linking, file: FileValue['file'], binding: number, path: readonly string[], toUrl: boolean): readonly Addition[] {
  let files = memo.get(link);
  if (files === undefined) memo.set(link, (files = new WeakMap()));
  let table = files.get(file);
  if (table === undefined) files.set(file, (table = new Map()));
  const key = `${binding}${toUrl ? '!' : ' '}${path.join('.')}`;
  const known = table.get(key);
  if (known !== undefined) return known;
  const holds = (file.facts.bindings[binding]?.writes ?? []).some((write) => !PLAIN.has(file.facts.values[write.value]?.kind ?? ''));
  const search: Search = { link, toUrl, depth: holds ? 0 : MAXIMUM_DEPTH, within: null, found: [] };
  atMentions(search, file, binding, path);
  table.set(key, search.found);
  return search.found;
}

function atMentions(search: Search, file: FileValue['file'], binding: number, path: readonly string[]): void {
  if (!mayBeFilled(search.link, file, binding, search.depth)) return;
  for (const use of (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES)) atMention(search, { file, id: use }, path);
}

function atMention(search: Search, use: FileValue, path: readonly string[]): void {
  const { file } = use;
  written(search, use, path);
  if (search.depth < MAXIMUM_DEPTH) {
    const deeper = { ...search, depth: search.depth + 1 };
    for (const alias of file.bindingsWrittenWith(use.id)) atMentions(deeper, file, alias, path);
  }
  const parent = file.parentOf(use.id);
  if (parent < 0) return;
  const around = sibling(use, parent);
  const fact = factOf(around);
  if (fact.kind === 'member' && fact.object === use.id) inMember(search, use, around, path);
  else if (fact.kind === 'call' && fact.callee !== use.id) handed(search, use, around, path);
}

function put({ found, within }: Search, value: FileValue, path: readonly string[], text: string): void {
  found.push({ value, path, text, within });
}

/** `holder.name = value`. */
function written(search: Search, use: FileValue, path: readonly string[]): void {
  const [name, ...rest] = path;
  for (const write of use.file.memberWritesOn(use.id)) {
    if (name === KEYS) {
      if (write.index >= 0) put(search, sibling(use, write.index), [], '');
      continue;
    }
    if (!mayBe(name, write.name) || (name === undefined && search.toUrl && !namesHost(write.name))) continue;
    const whole = name === undefined && write.name !== null && !/^\d+$/.test(write.name);
    put(search, sibling(use, write.value), rest, `${whole ? 'becomes a property of' : 'is stored in'} ${search.link.describe(use)}`);
  }
}

/** Whether a property asked for may be the one that is written; null is a computed name. */
function mayBe(asked: string | undefined, name: string | null): boolean {
  return asked === undefined || asked === ANY || asked === ELEMENT || name === null || name === asked;
}

/** Into `holder.name`, or what a method puts into the holder. */
function inMember(search: Search, use: FileValue, member: FileValue, path: readonly string[]): void {
  const fact = factOf(member);
  if (fact.kind !== 'member') return;
  const callId = member.file.parentOf(member.id);
  const call = callId < 0 ? undefined : member.file.facts.values[callId];
  if (call?.kind === 'call' && call.callee === member.id) return addedBy(search, use, sibling(member, callId), fact.name ?? '', path);
  // The query of an address decides nothing about its host.
  if (path.length === 0 && search.toUrl && !namesHost(fact.name)) return;
  if (path[0] !== KEYS && mayBe(path[0], fact.name)) atMention(search, member, path.slice(1));
}

/** What a method such as `push` or `set` puts into its receiver. */
function addedBy(search: Search, use: FileValue, call: FileValue, method: string, path: readonly string[]): void {
  const from = ADDS_TO_RECEIVER.get(method);
  const fact = factOf(call);
  if (from === undefined || fact.kind !== 'call') return;
  const { link } = search;
  const [name, ...rest] = path;
  const text = `is added to ${link.describe(use)}`;
  if (name === KEYS) {
    if (from === 1 && fact.args[0] !== undefined) put(search, sibling(call, fact.args[0]), [], text);
    return;
  }
  const keys = from === 1 && fact.args[0] !== undefined ? link.constants(sibling(call, fact.args[0])) : null;
  const isElement = name === undefined || name === ELEMENT || name === ANY || /^\d+$/.test(name);
  if (!isElement && (from !== 1 || (keys !== null && !keys.includes(name)))) return;
  for (const argument of fact.args.slice(from)) {
    const value = indexed(sibling(call, argument));
    put(search, value, factOf(value).kind === 'spread' ? path : rest, text);
  }
}

/** The holder is an argument: of a function of the program that fills it, or of one such as `Object.assign`. */
function handed(search: Search, use: FileValue, call: FileValue, path: readonly string[]): void {
  const { link, depth } = search;
  const fact = factOf(call);
  if (fact.kind !== 'call' || (depth >= MAXIMUM_DEPTH && path.length === 0)) return;
  for (const { value, path: inner } of assignedAt(link, call, use, path)) put(search, value, inner, `is copied into ${link.describe(use)}`);
  const index = fact.args.indexOf(use.id);
  if (depth >= MAXIMUM_DEPTH || index < 0) return;
  for (const callee of link.callees(call)) {
    const { file } = indexed({ file: callee.file, id: 0 });
    const binding = file.facts.functions[callee.id]?.parameters[index]?.binding ?? -1;
    if (binding >= 0) atMentions({ ...search, depth: depth + 1, within: call }, file, binding, path);
  }
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
