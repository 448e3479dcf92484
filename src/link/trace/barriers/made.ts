/** Functions that were made by a call: in `validate(createUser)` the parameter `schema` of `validate` is `createUser`. */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { importedValues } from '../../resolve/reference.js';
import { factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';

const MAXIMUM_DEPTH = 6;

/** The call that made the value, where there is one. */
export function makerOf(link: Linking, value: FileValue, depth = 0): FileValue | undefined {
  const fact = factOf(value);
  if (fact.kind === 'call') return value;
  if (fact.kind !== 'reference') return undefined;
  const imported = value.file.facts.bindings[fact.binding]?.kind === 'import';
  const definitions = imported ? importedValues(link, value.file, fact.binding) : link.definitionsAt(value.file, value.id);
  return definitions.length === 1 && depth < MAXIMUM_DEPTH ? makerOf(link, indexed(definitions[0]!), depth + 1) : undefined;
}

/** What an expression inside a made function stands for, as that function was made; the expression itself where its making says nothing. */
export function asMade(link: Linking, value: FileValue, subject: Subject): FileValue {
  return (subject.made === undefined ? null : given(link, value, subject.made, 0)) ?? value;
}

/** What is written out and is surely there. */
const THERE = new Set(['object', 'array', 'call', 'function', 'class']);

/** Was the function made with something for what the condition asks for? */
export function isGivenAsMade(link: Linking, condition: FileValue, subject: Subject): boolean {
  const value = subject.made === undefined ? null : given(link, condition, subject.made, 0);
  const sources = value === null ? [] : link.sourcesOf(value);
  return sources.length > 0 && sources.every((source) => THERE.has(factOf(source).kind));
}

function given(link: Linking, value: FileValue, made: FileValue, depth: number): FileValue | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const fact = factOf(value);
  switch (fact.kind) {
    case 'reference': {
      const definitions = link.definitionsAt(value.file, value.id);
      return definitions.length === 1 ? given(link, indexed(definitions[0]!), made, depth + 1) : null;
    }
    case 'parameter':
      return argumentFor(link, value, made);
    case 'logical':
      return fact.operator === 'default' ? (given(link, sibling(value, fact.left), made, depth + 1) ?? sibling(value, fact.right)) : null;
    case 'cast':
      return given(link, sibling(value, fact.operand), made, depth + 1);
    case 'call': {
      // `pick(schema, ['body', 'query'])` has the properties of its first argument.
      const callee = factOf(sibling(value, fact.callee));
      const name = callee.kind === 'reference' || callee.kind === 'member' ? callee.name : null;
      return name === 'pick' && fact.args[0] !== undefined ? given(link, sibling(value, fact.args[0]), made, depth + 1) : null;
    }
    case 'member': {
      const object = given(link, sibling(value, fact.object), made, depth + 1);
      const key = fact.index >= 0 ? given(link, sibling(value, fact.index), made, depth + 1) : null;
      const name = fact.name ?? (key === null ? null : link.constants(key)?.[0]);
      const found = object === null || typeof name !== 'string' ? null : link.property(object, [name]);
      return found?.kind === 'found' && found.values.length === 1 ? indexed(found.values[0]!) : null;
    }
    default:
      return null;
  }
}

/** What the call gives for the parameter, if it is one of the function that it calls. */
function argumentFor(link: Linking, parameter: FileValue, made: FileValue): FileValue | null {
  const fact = factOf(parameter);
  const call = factOf(made);
  if (fact.kind !== 'parameter' || call.kind !== 'call') return null;
  const isOwn = link.callees(made).some((callee) => callee.file === parameter.file && callee.id === fact.function);
  const argument = isOwn ? call.args[fact.index] : undefined;
  return argument === undefined ? null : sibling(made, argument);
}

/** A name in which what the making says stands in the place of parameters: `req[part]` is `req.body`. */
export function nameAsMade(link: Linking, name: string, subject: Subject): string {
  const { made, file } = subject;
  if (made === undefined) return name;
  return name.replace(/\[p(\d+)\]/g, (whole, id: string) => {
    const parameter: FileValue = { file, id: Number(id) };
    const fact = factOf(parameter);
    const written = fact.kind === 'parameter' ? file.facts.functions[fact.function]?.parameters[fact.index]?.default : undefined;
    const value = argumentFor(link, parameter, made) ?? (written === undefined || written < 0 ? null : { file, id: written });
    const constants = value === null ? null : link.constants(value);
    return constants?.length === 1 ? `.${String(constants[0])}` : whole;
  });
}
