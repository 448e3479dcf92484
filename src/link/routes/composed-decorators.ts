/** Decorators that a program puts together from others (`applyDecorators(…)`, a function that returns a decorator), taken apart again. */
import type { ChainLink, FunctionRef, Guard, RoleSite, ValueRef } from '../../contracts/program.js';
import { guardsOf } from '../guards.js';
import { isNamedControl } from '../controls.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf, sameValue } from '../value-graph.js';
import { type Context, constantsIn } from './context.js';
import { handlersIn } from './handlers.js';

const MAXIMUM_NESTING = 4;

/** A decorator as written, and what it comes down to where it is put together from others. */
export interface Decorated {
  site: RoleSite;
  written: FileValue;
  /** The calls through which it was found: what parameters of the functions that put it together are. */
  context: Context;
  /** What must hold for it to be among the parts, where that cannot be told. */
  conditions: readonly Guard[];
}

interface Within {
  written: FileValue;
  context: Context;
  conditions: readonly Guard[];
  depth: number;
}

/** Roles of a decorator; of one that the program puts together itself, those of its parts. */
export function decoratorsAt(link: Linking, value: FileValue): Decorated[] {
  return partsOf(link, value, { written: value, context: [], conditions: [], depth: 0 });
}

function partsOf(link: Linking, decorator: FileValue, within: Within): Decorated[] {
  const { written, context, conditions, depth } = within;
  const sites = link.rolesAt(decorator).filter((site) => site.entry.use === 'decorator');
  const own = sites.map((site) => ({ site, written, context, conditions }));
  // One that the configuration names may be put together from others as well.
  if (depth > MAXIMUM_NESTING || sites.some((site) => !isNamedControl(site))) return own;
  const composed = link.rolesAt(decorator).find((site) => site.role === 'http.decorator.compose');
  if (composed !== undefined) return [...own, ...composedParts(link, composed, within)];
  const callees = factOf(decorator).kind === 'call' ? link.callees(decorator) : [];
  return [...own, ...callees.flatMap((callee) => returnedParts(link, callee, decorator, within))];
}

function returnedParts(link: Linking, callee: FunctionRef, call: FileValue, within: Within): Decorated[] {
  const inside = { ...within, context: [{ kind: 'call', callee, call } as const, ...within.context], depth: within.depth + 1 };
  return (callee.file.facts.functions[callee.id]?.returns ?? []).flatMap((returned) => partsOf(link, indexed({ file: callee.file, id: returned }), inside));
}

/** What the composing call is given, and what was added to a list that it is given. */
function composedParts(link: Linking, composed: RoleSite, within: Within): Decorated[] {
  const given = link.argumentList(composed, 'decorators');
  const inside = { ...within, depth: within.depth + 1 };
  const listed = handlersIn(link, given, within.context).items.flatMap((part) => partsOf(link, part, inside));
  const added = given.flatMap((value) => addedTo(link, value)).flatMap((part) => {
    const conditions = openConditions(link, guardsOf(part), within.context);
    return conditions === null ? [] : partsOf(link, part, { ...inside, conditions: [...within.conditions, ...conditions] });
  });
  return [...listed, ...added];
}

/** `list.push(Auth())` for `applyDecorators(...list)`, in the function that puts it together. */
function addedTo(link: Linking, given: ValueRef): FileValue[] {
  const value = indexed(given);
  const fact = factOf(value);
  const list = fact.kind === 'spread' ? sibling(value, fact.operand) : value;
  if (factOf(list).kind !== 'reference') return [];
  const { file } = value;
  const [definition] = link.definitionsAt(file, list.id);
  const owner = file.facts.functions[file.functionAt(factOf(list).start)];
  if (definition === undefined || owner === undefined) return [];
  return file.valuesWithin(owner.start, owner.end).flatMap((id) => {
    const call = file.facts.values[id]!;
    const callee = call.kind === 'call' ? file.facts.values[call.callee] : undefined;
    if (call.kind !== 'call' || callee?.kind !== 'member' || (callee.name !== 'push' && callee.name !== 'unshift')) return [];
    const isSame = link.definitionsAt(file, callee.object).some((each) => sameValue(each, definition));
    return isSame ? call.args.map((argument) => ({ file, id: argument })) : [];
  });
}

/** What must hold for a link that a decorator adds: what stands around it, as far as the calls leave it open, and around what puts it in. */
export function conditionsOn(link: Linking, chained: ChainLink, { context, conditions }: Decorated): ChainLink['conditions'] {
  const around = chained.conditions.filter((guard) => guard !== null);
  const open = context.length === 0 ? around : (openConditions(link, around, context) ?? []);
  const known = new Set(conditions.map(({ condition }) => keyOf(condition)));
  return [...chained.conditions.filter((guard) => guard === null), ...open.filter(({ condition }) => !known.has(keyOf(condition))), ...conditions];
}

/** The conditions that the calls leave open; null when one of them surely does not hold. */
function openConditions(link: Linking, guards: readonly Guard[], context: Context): Guard[] | null {
  const open: Guard[] = [];
  for (const guard of guards) {
    const constants = guard.cases.length > 0 ? null : constantsIn(link, guard.condition, context);
    if (constants === null || constants.length !== 1) open.push(guard);
    else if (Boolean(constants[0]) !== guard.holds) return null;
  }
  return open;
}
