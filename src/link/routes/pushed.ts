/**
 * Lists that are filled before they are gone through: `this.routes.push({ method, path, handler })` in a method of a base class, and
 * each call of that method puts in a row. Also lists of others that are joined into one.
 */
import { sourcePaths } from '../../contracts/inventory.js';
import type { ClassRef, ValueRef } from '../../contracts/program.js';
import { bindingMentions } from '../climb.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { isSamePlace } from '../resolve/entities.js';
import { lineage } from '../resolve/member.js';
import { factOf } from '../value-graph.js';
import { type Context, standIn } from './context.js';
import { forwardedContexts, forwardingCall } from './forwarded.js';
import { type HeldInstance, instancesAt, receiverOfCall } from './held-classes.js';
import { SAME_ROWS } from './tables.js';

const MAXIMUM_DEPTH = 10;
const MAXIMUM_LISTS = 60;
const MAXIMUM_ROWS = 600;
/** Values looked at for one list. */
const MAXIMUM_STEPS = 2_000;
/** Methods whose callback gives lists that are joined. */
const JOINING: ReadonlySet<string> = new Set(['reduce', 'flatMap', 'map']);

/** A row, and the calls by which it got into the list, innermost first. */
export interface PushedRow {
  element: FileValue;
  context: Context;
}

interface Walk {
  depth: number;
  spent: { steps: number };
}

/** What was put into the list that is gone through, besides what it is written with. */
export function pushedOnto(link: Linking, list: FileValue, context: Context): PushedRow[] {
  return rowsOf(link, list, context, { depth: 0, spent: { steps: 0 } }).slice(0, MAXIMUM_ROWS);
}

function rowsOf(link: Linking, written: FileValue, context: Context, walk: Walk): PushedRow[] {
  walk.spent.steps += 1;
  if (walk.depth > MAXIMUM_DEPTH || walk.spent.steps > MAXIMUM_STEPS) return [];
  const deeper = { ...walk, depth: walk.depth + 1 };
  const value = standIn(link, written, context);
  const next = (id: number, inside = context) => rowsOf(link, sibling(value, id), inside, deeper);
  const fact = factOf(value);
  switch (fact.kind) {
    case 'member':
      return fact.name === null ? [] : instancesAt(link, sibling(value, fact.object), context).flatMap((held) => rowsOfField(link, held, fact.name!, deeper));
    case 'reference':
      return [
        ...link.definitionsAt(value.file, value.id).slice(0, MAXIMUM_LISTS).flatMap((each) => rowsOf(link, indexed(each), context, deeper)),
        ...(fact.binding < 0 ? [] : bindingMentions(link, value.file, fact.binding).flatMap((mention) => rowsPushed(link, mention))),
      ];
    case 'array':
      return fact.elements.flatMap((id) => (factOf(sibling(value, id)).kind === 'spread' ? next(id) : [{ element: sibling(value, id), context: [] }]));
    case 'spread':
    case 'cast':
    case 'await':
      return next(fact.operand);
    case 'logical':
      return [...next(fact.left), ...next(fact.right)];
    case 'call':
      return rowsOfCall(link, value, context, deeper);
    default:
      return [];
  }
}

/** `a.concat(b)`, `routers.reduce((all, router) => all.concat(router.routes), [])`, and functions of the program that give a list. */
function rowsOfCall(link: Linking, call: FileValue, context: Context, walk: Walk): PushedRow[] {
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const callee = factOf(sibling(call, fact.callee));
  const at = (id: number, inside = context) => rowsOf(link, sibling(call, id), inside, walk);
  if (callee.kind === 'member' && SAME_ROWS.has(callee.name ?? '')) return [...at(callee.object), ...(callee.name === 'concat' ? fact.args.flatMap((id) => at(id)) : [])];
  const callback = fact.args[0] === undefined ? null : factOf(sibling(call, fact.args[0]));
  if (callee.kind === 'member' && JOINING.has(callee.name ?? '') && callback?.kind === 'function') {
    const { parameters, returns } = call.file.facts.functions[callback.function]!;
    const variable = parameters[callee.name === 'reduce' ? 1 : 0]?.value;
    if (variable === undefined) return [];
    const each = (row: PushedRow): Context => [{ kind: 'element', variable: sibling(call, variable), element: row.element }, ...row.context, ...context];
    return at(callee.object).slice(0, MAXIMUM_LISTS).flatMap((row) => returns.flatMap((id) => at(id, each(row))));
  }
  return link.callees(call).slice(0, MAXIMUM_LISTS).flatMap((ref) => {
    const { file } = indexed({ file: ref.file, id: 0 });
    const returns = file.facts.functions[ref.id]?.returns ?? [];
    return returns.flatMap((id) => rowsOf(link, { file, id }, [{ kind: 'call', callee: ref, call }, ...context], walk));
  });
}

/** What an instance's list holds: what its constructor was given, and what methods of its class and of those above push. */
function rowsOfField(link: Linking, held: HeldInstance, name: string, walk: Walk): PushedRow[] {
  const above = lineage(link, held.ref);
  const { created } = held;
  const constructors = created === null ? [] : above.flatMap((ref) => (ref.file.facts.classes[ref.id]?.members ?? []).flatMap((member) => (member.kind === 'constructor' && member.function >= 0 ? [{ file: ref.file, id: member.function }] : [])));
  const inside: Context = constructors.slice(0, 1).map((callee) => ({ kind: 'call', callee, call: created! }));
  const given = link.memberValues({ kind: 'instance', ...held }, name).flatMap((value) => rowsOf(link, indexed(value), inside, walk));
  const pushed = link.mentions.ownMembersNamed(name).flatMap((mention) => {
    const fact = factOf(mention);
    if (fact.kind !== 'member' || !isFilled(mention)) return [];
    const object = sibling(mention, fact.object);
    return rowsPushed(link, mention).filter((row) => isOwn(link, object, row.context, held.ref, above));
  });
  return [...given, ...pushed];
}

/** The row is put into the list of such an instance: by a method that is called on it, or inside of its class. */
function isOwn(link: Linking, object: FileValue, context: Context, ref: ClassRef, above: readonly ClassRef[]): boolean {
  const outermost = forwardingCall(context);
  const receiver = outermost === null ? object : receiverOfCall(outermost);
  const isInside = receiver !== null && factOf(receiver).kind === 'this';
  return instancesAt(link, object, context).some((each) => isSamePlace(each.ref, ref) || (isInside && above.some((parent) => isSamePlace(parent, each.ref))));
}

/** The rows of `list.push(row)`, for a place where the list is named; one for each call that hands them on. */
function rowsPushed(link: Linking, mention: FileValue): PushedRow[] {
  const call = callThatFills(mention);
  const fact = call === null ? null : factOf(call);
  if (call === null || fact?.kind !== 'call' || !isSource(link, call)) return [];
  return fact.args.map((id) => sibling(call, id)).filter((row) => factOf(row).kind === 'object').flatMap((element) => forwardedContexts(link, element, [], (each) => isSource(link, each)).map((context) => ({ element, context })));
}

function isFilled(mention: FileValue): boolean {
  return callThatFills(mention) !== null;
}

function callThatFills(list: FileValue): FileValue | null {
  const { file } = list;
  const parent = file.parentOf(list.id);
  const member = parent < 0 ? undefined : file.facts.values[parent];
  if (member?.kind !== 'member' || member.object !== list.id || (member.name !== 'push' && member.name !== 'unshift')) return null;
  const around = file.parentOf(parent);
  const call = around < 0 ? undefined : file.facts.values[around];
  return call?.kind === 'call' && call.callee === parent ? sibling(list, around) : null;
}

function isSource(link: Linking, value: ValueRef): boolean {
  let paths = SOURCES.get(link);
  if (paths === undefined) SOURCES.set(link, (paths = sourcePaths(link.inventory)));
  return paths.has(value.file.facts.path);
}

/** Asked of each row and of each call that hands one on. */
const SOURCES = new WeakMap<Linking, ReadonlySet<string>>();
