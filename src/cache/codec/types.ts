/** Types by name, and the members of objects, which both values and declarations have. */
import type { PropertyFact, TypeFact, TypeMemberFact, ValueId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import type { FactsInput } from './input.js';
import type { FactsOutput } from './output.js';
import { wordsOf } from './whole.js';
import type { Whole } from './whole.js';

const PROPERTY_KINDS = wordsOf<PropertyFact['kind']>({ value: true, method: true, getter: true, setter: true, spread: true, computed: true });

/** Bits of what a type has. */
const ARGUMENTS = 1;
const MEMBERS = 2;
const LITERAL = 4;
const PRESENT = 8;

export function writeType(to: FactsOutput, type: TypeFact | undefined): void {
  if (type === undefined) return to.words.natural(0);
  const { args, members, literal } = type;
  to.words.natural(PRESENT + (args === undefined ? 0 : ARGUMENTS) + (members === undefined ? 0 : MEMBERS) + (literal === undefined ? 0 : LITERAL));
  to.text(type.name);
  if (args !== undefined) writeTypes(to, args);
  if (members !== undefined) writeTypeMembers(to, members);
  if (literal !== undefined) to.scalar(literal);
}

export function readType(from: FactsInput): TypeFact | undefined {
  const has = from.words.natural();
  return has === 0 ? undefined : typeWith(from, has);
}

function typeWith(from: FactsInput, has: number): Whole<TypeFact> {
  const name = from.name();
  const args = (has & ARGUMENTS) === 0 ? undefined : readTypes(from);
  const members = (has & MEMBERS) === 0 ? undefined : readTypeMembers(from);
  const literal = (has & LITERAL) === 0 ? undefined : (from.scalar() as string | number | boolean);
  return { name, args, members, literal };
}

export function writeTypes(to: FactsOutput, types: readonly TypeFact[]): void {
  to.list(types, (type) => writeType(to, type));
}

function readPresentType(from: FactsInput): TypeFact {
  return readType(from)!;
}

export function readTypes(from: FactsInput): TypeFact[] {
  return from.list(readPresentType);
}

/** No list is one more than the longest: a list that is absent is not one that is empty. */
export function writeOptionalTypes(to: FactsOutput, types: readonly TypeFact[] | undefined): void {
  to.flag(types !== undefined);
  if (types !== undefined) writeTypes(to, types);
}

export function readOptionalTypes(from: FactsInput): TypeFact[] | undefined {
  return from.flag() ? readTypes(from) : undefined;
}

export function writeTypeMembers(to: FactsOutput, members: readonly TypeMemberFact[]): void {
  to.list(members, ({ name, type, optional }) => {
    to.text(name);
    writeType(to, type);
    to.flag(optional);
  });
}

export function readTypeMembers(from: FactsInput): TypeMemberFact[] {
  return from.list(readTypeMember);
}

function readTypeMember(from: FactsInput): Whole<TypeMemberFact> {
  return { name: from.name(), type: readType(from)!, optional: from.flag() };
}

/** @param id the value that has the properties */
export function writeProperties(to: FactsOutput, properties: readonly PropertyFact[], id: ValueId): void {
  to.list(properties, ({ name, kind, value, key, start }) => {
    to.text(name);
    to.word(PROPERTY_KINDS, kind);
    to.value(value, id);
    if (kind === 'computed') to.value(key ?? NONE, id);
    to.placeBefore(start, value, id, (name?.length ?? 0) + 2);
  });
}

export function readProperties(from: FactsInput, id: ValueId): PropertyFact[] {
  return from.list((): Whole<PropertyFact> => {
    const name = from.text();
    const kind = from.word(PROPERTY_KINDS);
    const value = from.value(id);
    const key = kind === 'computed' ? from.value(id) : NONE;
    return { name, kind, value, key: key === NONE ? undefined : key, start: from.placeBefore(value, id, (name?.length ?? 0) + 2) };
  });
}
