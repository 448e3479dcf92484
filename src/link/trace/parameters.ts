/** The walk at a parameter: back to the call that it came through, or to all callers. */
import type { ParameterValue, TypeFact } from '../../contracts/facts.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { declarationOf } from '../resolve/types.js';
import { factOf } from '../value-graph.js';
import { barrierByPipes } from './barriers/index.js';
import { stepIntoPassed } from './passed.js';
import type { Visit, Walk } from './visit.js';

export function stepIntoParameter(link: Linking, walk: Walk, visit: Visit): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'parameter') return;
  const declaration = ref.file.facts.functions[fact.function];
  const parameter = declaration?.parameters[fact.index];
  if (declaration === undefined || parameter === undefined) return walk.end(visit, 'unknown', 'parameter');
  const safe = !walk.seesThrough && visit.path.length === 0 && parameter.type !== undefined ? typeSafety(link, ref, parameter.type, 0) : null;
  for (const decorator of parameter.decorators) {
    const source = link.rolesAt(sibling(ref, decorator)).find((site) => site.role.startsWith('request.'));
    if (source !== undefined && !walk.seesThrough && parsedByPipe(link, sibling(ref, decorator))) return walk.end(visit, 'numeric', '');
    if (source !== undefined && safe !== null && source.entry.attributes['types'] === 'enforced') return walk.end(visit, safe, '');
    const piped = source === undefined || walk.seesThrough ? null : barrierByPipes(link, ref, source.role, visit.path, walk.sink, visit.beneath);
    if (piped !== null) return walk.end(visit, piped, '');
    if (source !== undefined) return walk.endAtRequest(visit, source);
    if (stepIntoDecorator(link, walk, visit, sibling(ref, decorator))) return;
  }
  if (safe !== null) return walk.end(visit, safe, '');
  stepIntoPassed(link, walk, visit, { function: { file: ref.file, id: fact.function }, index: fact.index, rest: fact.rest, name: parameter.name });
}

/** The parameter that a value is, in place or as a variable that is nothing else; null for other values. */
export function parameterAt(ref: FileValue): ParameterValue | null {
  const fact = factOf(ref);
  const binding = fact.kind === 'reference' ? ref.file.facts.bindings[fact.binding] : undefined;
  const isOnly = binding?.kind === 'parameter' && binding.writes.length === 1;
  const parameter = isOnly ? factOf({ file: ref.file, id: binding.writes[0]!.value }) : fact;
  return parameter.kind === 'parameter' ? parameter : null;
}

/** The mention of a parameter that a value is a part of: `session` of `session.path`, and of `const { path } = session`. */
export function parameterBehind(link: Linking, value: FileValue): FileValue | null {
  let current = value;
  for (let step = 0; step < MAXIMUM_PARTS; step += 1) {
    const fact = factOf(current);
    if (fact.kind === 'member') current = sibling(current, fact.object);
    else if (fact.kind === 'cast') current = sibling(current, fact.operand);
    else if (parameterAt(current) !== null) return current.id === value.id ? null : current;
    else if (link.rolesAt(current).some(({ role }) => role === 'server.request')) return null;
    else if (fact.kind === 'reference' && fact.binding >= 0) {
      const definitions = link.definitionsAt(current.file, current.id) as FileValue[];
      if (definitions.length !== 1 || definitions[0]!.file !== current.file) return null;
      current = definitions[0]!;
    } else return null;
  }
  return null;
}

const MAXIMUM_PARTS = 8;

/** The same, where only calls of the program run the function: it is what they pass, and nobody else. */
export function passedParameterAt(link: Linking, ref: FileValue): ParameterValue | null {
  const parameter = parameterAt(ref);
  const uses = parameter === null ? [] : link.usesOf({ file: ref.file, id: parameter.function });
  return uses.length > 0 && uses.every((use) => use.kind === 'call') ? parameter : null;
}

/** `@CurrentUser() user` of `createParamDecorator(factory)`: what the factory returns. */
function stepIntoDecorator(link: Linking, walk: Walk, visit: Visit, decorator: FileValue): boolean {
  const fact = factOf(decorator);
  if (fact.kind !== 'call') return false;
  const makers = link.resolve(sibling(decorator, fact.callee)).flatMap((entity) => (entity.kind === 'api' && entity.created !== null ? link.rolesAt(entity.created) : []));
  const maker = makers.find((site) => site.role === 'http.parameter.decorator');
  const factory = maker === undefined ? null : link.argument(maker, 'factory');
  const returned = (factory === null ? [] : link.resolve(factory)).flatMap((entity) =>
    entity.kind === 'function' ? (entity.ref.file.facts.functions[entity.ref.id]?.returns ?? []).map((id) => ({ file: entity.ref.file, id })) : [],
  );
  for (const value of returned) walk.go(visit, value, { frame: null, text: `is given by @${link.describe(sibling(decorator, fact.callee))}()` });
  return returned.length > 0;
}

/** `@Param('id', ParseIntPipe)`: what the decorator is given lets nothing through but a number or the like. */
function parsedByPipe(link: Linking, decorator: FileValue): boolean {
  const fact = factOf(decorator);
  if (fact.kind !== 'call') return false;
  const isParser = (value: FileValue): boolean => link.rolesAt(value).some((site) => site.role === 'sanitize.all');
  return isParser(decorator) || fact.args.some((argument) => isParser(sibling(decorator, argument)));
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
