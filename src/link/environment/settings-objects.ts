/**
 * What is done with the object that variables are gathered in: `{ url: process.env.URL, mail: { host: process.env.MAIL_HOST } }`.
 * A schema reads it, its keys are looked through for what is missing, or its declared type says which may be.
 */
import type { TypeFact, TypeMemberFact } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { carriedTo } from './carriers.js';
import { factOf } from '../value-graph.js';

const MAXIMUM_DEPTH = 5;

/** The place that deals with missing values of the object, or null. `value` is what one of its properties is set to. */
export function settingsObjectHandles(link: Linking, object: FileValue, value: FileValue): ValueRef | null {
  const names = [propertyOf(object, value)];
  let outer = object;
  for (let depth = 0; depth < MAXIMUM_DEPTH; depth += 1) {
    const parentId = outer.file.parentOf(outer.id);
    if (parentId < 0) break;
    const parent = sibling(outer, parentId);
    const fact = factOf(parent);
    if (fact.kind === 'call') return parsedAt(link, outer, 0);
    if (fact.kind !== 'object' && fact.kind !== 'cast') return null;
    if (fact.kind === 'object') names.unshift(propertyOf(parent, outer));
    outer = parent;
  }
  if (declaredTypes(outer).some((type) => isOptional(outer, type, names))) return object;
  const later = outer === value ? null : parsedLater(link, outer, 0);
  return later ?? outer.file.bindingsWrittenWith(outer.id).map((binding) => lookedThrough(outer, binding)).find((place) => place !== null) ?? null;
}

/** Does the function's own declaration say that it may give nothing: `(): string | undefined`? */
export function mayGiveNothing(type: TypeFact | undefined): boolean {
  if (type === undefined) return false;
  const parts = type.name === '|' ? (type.args ?? []) : type.name === 'Promise' ? (type.args ?? []).flatMap((each) => (each.name === '|' ? (each.args ?? []) : [])) : [];
  return parts.some((each) => each.name === 'undefined' || each.name === 'null');
}

function propertyOf(object: FileValue, value: FileValue): string | null {
  const fact = factOf(object);
  return fact.kind === 'object' ? (fact.properties.find((each) => each.value === value.id && each.kind === 'value')?.name ?? null) : null;
}

/** Variables and functions that hand the object on before a schema reads it: `schema.parse(load())`. */
const MAXIMUM_HANDS = 3;

function parsedLater(link: Linking, value: FileValue, hands: number): ValueRef | null {
  if (hands > MAXIMUM_HANDS) return null;
  for (const place of carriedTo(link, value)) {
    const found = parsedAt(link, place, hands) ?? (place.file.parentOf(place.id) < 0 ? parsedLater(link, place, hands + 1) : null);
    if (found !== null) return found;
  }
  return null;
}

/** The call of a schema that reads what stands there; what makes an instance of it for one (`plainToInstance(Settings, raw)`) hands it on. */
function parsedAt(link: Linking, value: FileValue, hands: number): ValueRef | null {
  const parent = sibling(value, value.file.parentOf(value.id));
  const fact = parent.id < 0 ? null : factOf(parent);
  if (fact?.kind !== 'call' || fact.callee === value.id) return null;
  if (isParsed(link, parent, value)) return parent;
  return link.rolesAt(parent).some(({ role }) => role === 'schema.class') ? parsedLater(link, parent, hands + 1) : null;
}

function isParsed(link: Linking, call: FileValue, input: FileValue): boolean {
  return link.rolesAt(call).some((site) => {
    const argument = site.role === 'schema.parse' || site.role === 'schema.class.check' ? link.argument(site, 'input') : null;
    return argument !== null && argument.id === input.id && argument.file === input.file;
  });
}

/** Types that are written where the object is kept or given back. */
function declaredTypes({ file, id }: FileValue): TypeFact[] {
  const kept = file.bindingsWrittenWith(id).map((binding) => file.facts.bindings[binding]?.type);
  const given = file.functionsReturning(id).map((each) => file.facts.functions[each]?.returnType);
  return [...kept, ...given].filter((type) => type !== undefined);
}

/** Follows the names through declarations of the same file; only a member that is declared as optional counts. */
function isOptional(at: FileValue, type: TypeFact, names: readonly (string | null)[]): boolean {
  const [name, ...inner] = names;
  const member = name === null || name === undefined ? undefined : membersOf(at, type).find((each) => each.name === name);
  if (member === undefined) return false;
  if (member.optional || mayGiveNothing(member.type)) return true;
  return inner.length > 0 && isOptional(at, member.type, inner);
}

function membersOf({ file }: FileValue, type: TypeFact): readonly TypeMemberFact[] {
  if (type.members !== undefined) return type.members;
  const found = file.facts.types.find((each) => each.name === type.name);
  return found === undefined ? [] : [...found.members, ...found.extends.flatMap((each) => each.members ?? [])];
}

/** `Object.keys(settings).filter((key) => settings[key] === undefined)`: a member by a computed name is compared or negated. */
function lookedThrough(at: FileValue, binding: number): ValueRef | null {
  const uses = at.file.facts.bindings[binding]?.uses ?? [];
  for (const use of uses) {
    const member = at.file.parentOf(use);
    const fact = member < 0 ? null : factOf(sibling(at, member));
    if (fact?.kind !== 'member' || fact.object !== use || fact.index < 0) continue;
    const around = at.file.parentOf(member);
    const test = around < 0 ? null : factOf(sibling(at, around));
    if (test?.kind === 'unary' ? test.operator === '!' : test?.kind === 'binary' && /^[=!]==?$/.test(test.operator)) return sibling(at, around);
  }
  return null;
}
