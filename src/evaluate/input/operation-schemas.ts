/** The schemas that the arguments of an operation pass before its handler: `procedure.input(Schema)`. */
import type { FunctionRef, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import { isOperation } from '../entry-points.js';
import { usesInFunctions, withInner } from '../reach/reach.js';
import { ARGUMENTS } from './input-uses.js';

/** What an operation reads of its arguments. */
export interface ArgumentReads {
  /** Read as clients sent them: nothing before the handler has looked at them. */
  readonly raw: readonly RoleSite[];
  /** The schemas that let the others through. */
  readonly schemas: readonly ValueRef[];
}

const NONE: ArgumentReads = { raw: [], schemas: [] };

/** None for an HTTP route, and for operations whose arguments the protocol itself holds to declared types. */
export function argumentReads(route: Route, handler: FunctionRef, program: Program): ArgumentReads {
  if (!isOperation(route)) return NONE;
  const schemas = route.chain.filter(({ kind }) => kind === 'schema').map(({ value }) => value);
  const reads = usesInFunctions(program, withInner(handler), [ARGUMENTS]);
  const checked = reads.filter((site) => site.entry.attributes['checked'] === 'chain');
  if (checked.length === 0 || schemas.length === 0) return NONE;
  return schemas.every((schema) => letsAnythingThrough(schema, program)) ? { raw: checked, schemas: [] } : { raw: [], schemas };
}

/** `z.any()`, or a function that gives back what it gets: `(value) => value as Input`. */
function letsAnythingThrough(schema: ValueRef, program: Program): boolean {
  const sources = program.sourcesOf(schema);
  return sources.length > 0 && sources.every((source) => program.rolesAt(source).some(({ role }) => role === 'schema.anything') || givesBack(source, program));
}

function givesBack(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind !== 'function') return false;
  const { returns, parameters } = program.functionFact({ file: value.file, id: fact.function });
  const isPlain = value.file.facts.calls.every((call) => value.file.functionAt(value.file.facts.values[call]!.start) !== fact.function) && !value.file.facts.blocks.some((block) => block.function === fact.function && block.exitKind === 'throw');
  return isPlain && returns.length > 0 && returns.every((each) => isParameter({ file: value.file, id: each }, parameters[0]?.binding ?? -1, program));
}

function isParameter(value: ValueRef, binding: number, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'cast') return isParameter({ file: value.file, id: fact.operand }, binding, program);
  return fact.kind === 'reference' && binding >= 0 && fact.binding === binding;
}
