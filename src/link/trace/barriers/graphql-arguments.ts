/**
 * Arguments of GraphQL whose types are objects of the program: `{ type: User, args: { role: { type: new GraphQLList(Role) } }, resolve }`.
 * What is declared as an enumeration or a number arrives as one.
 */
import type { FunctionRef, ValueRef } from '../../../contracts/program.js';
import { calledName, writtenName } from '../../../contracts/written-name.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { ANY, ELEMENT } from '../visit.js';
import { ALLOW_LISTED, NUMERIC, type Protection, intersection } from './protection.js';

const MAXIMUM_DEPTH = 8;
const NUMBERS = /^graphql:GraphQL(?:Int|Float|Boolean)$/;

/**
 * What the declared arguments prove of one that a resolver reads, or a function that only resolvers hand their arguments.
 *
 * @param path the properties read from the arguments, outermost first
 */
export function provenByDeclaredArguments(link: Linking, handler: FunctionRef, path: readonly string[]): Protection | null {
  const [name, ...rest] = path;
  if (name === undefined || name === ANY) return null;
  const proven = declaredFor(link, handler, 0).map((declared) => {
    const types = declared === null ? [] : typesOf(link, declared, name, 0);
    return types.length === 1 ? provenByType(link, types[0]!, rest, 0) : null;
  });
  return proven.length === 0 ? null : proven.reduce(intersection);
}

/** The `args` beside a resolver; those of every resolver that calls the function. Null where there are none. */
function declaredFor(link: Linking, handler: FunctionRef, depth: number): (FileValue | null)[] {
  const { file } = indexed({ file: handler.file, id: 0 });
  const written = file.valueOfFunction(handler.id);
  const field = written < 0 ? undefined : file.facts.values[file.parentOf(written)];
  if (field?.kind === 'object') {
    const declared = field.properties.find(({ kind, name }) => kind === 'value' && name === 'args');
    return [declared === undefined ? null : { file, id: declared.value }];
  }
  const calls = depth > 2 ? [] : link.usesOf(handler).filter((use) => use.kind === 'call');
  return calls.flatMap((use) => {
    const call = indexed(use.call);
    const id = call.file.functionAt(factOf(call).start);
    return id <= 0 ? [null] : declaredFor(link, { file: call.file, id }, depth + 1);
  });
}

/** The `type` of the argument of a name, also in arguments that are spread: `{ ...omit(COMMON, ['account']) }`. */
function typesOf(link: Linking, declared: FileValue, name: string, depth: number): ValueRef[] {
  if (depth > MAXIMUM_DEPTH) return [];
  return link.sourcesOf(declared).map(indexed).flatMap((source) => {
    const fact = factOf(source);
    if (fact.kind === 'call' && /^(?:omit|pick)$/.test(calledName(source.file, source.id) ?? '')) return typesOf(link, sibling(source, fact.args[0]!), name, depth + 1);
    if (fact.kind === 'function') return (source.file.facts.functions[fact.function]?.returns ?? []).flatMap((id) => typesOf(link, sibling(source, id), name, depth + 1));
    if (fact.kind !== 'object') return [];
    const own = fact.properties.find((property) => property.kind === 'value' && property.name === name);
    if (own === undefined) return fact.properties.flatMap(({ kind, value }) => (kind === 'spread' ? typesOf(link, sibling(source, value), name, depth + 1) : []));
    const type = link.property(sibling(source, own.value), ['type']);
    return type.kind === 'found' ? [...type.values] : [];
  });
}

function provenByType(link: Linking, type: ValueRef, path: readonly string[], depth: number): Protection | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const ref = indexed(type);
  if (link.apiPaths(ref).some((api) => NUMBERS.test(api))) return NUMERIC;
  const sources = link.sourcesOf(ref).map(indexed);
  return sources.length === 0 ? null : sources.map((source) => provenByMade(link, source, path, depth)).reduce(intersection);
}

/** `new GraphQLEnumType(…)`, `new GraphQLNonNull(type)`, `new GraphQLList(type)`, `new GraphQLInputObjectType({ fields })`. */
function provenByMade(link: Linking, made: FileValue, path: readonly string[], depth: number): Protection | null {
  if (link.apiPaths(made).some((api) => NUMBERS.test(api))) return NUMERIC;
  const fact = factOf(made);
  const given = fact.kind === 'call' && fact.isNew && fact.args[0] !== undefined ? sibling(made, fact.args[0]) : null;
  if (fact.kind !== 'call' || given === null || !link.apiPaths(sibling(made, fact.callee)).some((api) => api.startsWith('graphql:'))) return null;
  const [first, ...rest] = path;
  switch (writtenName(factOf(sibling(made, fact.callee)))) {
    case 'GraphQLEnumType':
      return ALLOW_LISTED;
    case 'GraphQLNonNull':
      return provenByType(link, given, path, depth + 1);
    case 'GraphQLList':
      return provenByType(link, given, first === ELEMENT || first === ANY || /^\d+$/.test(first ?? '') ? rest : path, depth + 1);
    case 'GraphQLInputObjectType': {
      const fields = first === undefined ? null : link.property(given, ['fields']);
      const types = fields?.kind === 'found' ? fields.values.flatMap((value) => typesOf(link, indexed(value), first!, depth + 1)) : [];
      return types.length === 1 ? provenByType(link, types[0]!, rest, depth + 1) : null;
    }
    default:
      return null;
  }
}
