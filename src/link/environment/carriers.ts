/** Where a value is read again: through variables, exports, properties, fields and what functions give back. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';

/** Uses of one variable, property or function. */
const MAXIMUM_USES = 40;

/** @param value ends an expression; the answer are the places where what it was written to is read, and the calls that give it back. */
export function carriedTo(link: Linking, value: FileValue): FileValue[] {
  const { file, id } = value;
  const field = file.facts.classes.flatMap((each) => each.members).find((member) => member.value === id);
  return [
    ...file.bindingsWrittenWith(id).flatMap((binding) => bindingUses(link, value, binding)),
    ...file.memberWritesWith(id).flatMap((write) => (write.name === null ? [] : memberReads(link, value, write.name))),
    ...(field === undefined ? [] : memberReads(link, value, field.name)),
    ...file.functionsReturning(id).flatMap((each) => link.callersOf({ file, id: each }).slice(0, MAXIMUM_USES).map(indexed)),
  ];
}

/** Uses of a variable of the file that `at` stands in, and of what imports it. */
export function bindingUses(link: Linking, at: FileValue, id: number): FileValue[] {
  const binding = at.file.facts.bindings[id];
  if (binding === undefined) return [];
  const exported = at.file.facts.exports.filter((fact) => fact.kind === 'value' && fact.binding === id);
  return [...binding.uses.map((use) => sibling(at, use)), ...exported.flatMap((fact) => link.mentions.importedUses(at.file, fact.name))].slice(0, MAXIMUM_USES);
}

/** `{ apiKey: process.env.API_KEY }`: where `.apiKey` is read. */
export function propertyReads(link: Linking, object: FileValue, value: FileValue): FileValue[] {
  const fact = factOf(object);
  const property = fact.kind === 'object' ? fact.properties.find((each) => each.value === value.id) : undefined;
  return property === undefined || property.name === null || property.kind !== 'value' ? [] : memberReads(link, value, property.name);
}

/** The parameter that takes an argument, for each function of the program that the call may run. */
export function parametersTaking(link: Linking, call: ValueRef, position: number): { place: FileValue; binding: number; hasDefault: boolean; isRest: boolean }[] {
  return link.callees(call).flatMap((callee) => {
    const { parameters } = link.functionFact(callee);
    const parameter = parameters[position] ?? parameters[parameters.length - 1];
    if (parameter === undefined) return [];
    const place = indexed({ file: callee.file, id: parameter.value });
    const fact = factOf(place);
    const isRest = fact.kind === 'parameter' && fact.rest;
    return position < parameters.length || isRest || parameter.default >= 0 ? [{ place, binding: parameter.binding, hasDefault: parameter.default >= 0, isRest }] : [];
  });
}

/** Members of that name count when this very value may be read from them. */
function memberReads(link: Linking, value: FileValue, name: string): FileValue[] {
  const wanted = new Set(link.sourcesOf(value).map((source) => keyOf(source)));
  return link.mentions.membersNamed(name).slice(0, MAXIMUM_USES).filter((mention) => link.sourcesOf(mention).some((source) => wanted.has(keyOf(source))));
}
