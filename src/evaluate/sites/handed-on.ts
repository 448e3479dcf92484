/**
 * `handed-on: statement`: a function of the program that hands its own parameter on as that argument (`query(text, values) { return pool.query(text, values) }`)
 * is the program's own API. Where it is called from several places these are the uses, each with what it passes.
 */
import type { FunctionRef, Program, RoleSite, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';

/** A function called from fewer places is read together with what it does. */
const SEVERAL = 3;
/** Functions around functions: `find` calls `run`, which calls `pool.query`. */
const MAXIMUM_LAYERS = 3;

/** The uses of one package, each once. */
export function usesHandedOn(evaluation: Evaluation, roles: readonly string[], argument: string): RoleSite[] {
  const found = new Map<string, RoleSite>();
  for (const site of evaluation.roleSites(roles, 'wide')) {
    for (const use of usesOutside(site, argument, evaluation.program)) if (evaluation.holds(use.value, 'own')) found.set(`${use.role} ${keyOf(use.value)}`, use);
  }
  return [...found.values()];
}

/** The same whichever package asks; a repository may have a hundred. */
function usesOutside(site: RoleSite, argument: string, program: Program): readonly RoleSite[] {
  const known = OUTSIDE.get(site) ?? new Map<string, readonly RoleSite[]>();
  OUTSIDE.set(site, known);
  let uses = known.get(argument);
  if (uses === undefined) known.set(argument, (uses = usesBehind(site, argument, program, 0)));
  return uses;
}

const OUTSIDE = new WeakMap<RoleSite, Map<string, readonly RoleSite[]>>();

function usesBehind(site: RoleSite, argument: string, program: Program, layer: number): RoleSite[] {
  const taken = layer >= MAXIMUM_LAYERS ? null : parameterOf(program.argument(site, argument), program);
  if (taken === null) return [site];
  const calls = program.callersOf(taken.function).filter((call) => passesOne(call, taken.index, program));
  if (calls.length < SEVERAL) return [site];
  const positions = Object.keys(site.entry.arguments).flatMap((name) => {
    const own = parameterOf(program.argument(site, name), program);
    return own !== null && own.function.file === taken.function.file && own.function.id === taken.function.id ? [[name, own.index] as const] : [];
  });
  const args = Object.fromEntries(positions.map(([name, position]) => [name, [{ position, rest: false, properties: [] }]]));
  const entry = { ...site.entry, use: 'call' as const, arguments: args };
  return calls.flatMap((value) => usesBehind({ ...site, entry, value }, argument, program, layer + 1));
}

/** The parameter that the value is, as the function was given it. */
function parameterOf(value: ValueRef | null, program: Program): { function: FunctionRef; index: number } | null {
  const fact = value === null ? null : program.fact(value);
  const binding = fact?.kind === 'reference' && fact.binding >= 0 ? value!.file.facts.bindings[fact.binding] : undefined;
  if (binding?.kind !== 'parameter' || binding.writes.length !== 1) return null;
  const { file } = value!;
  const parameter = file.facts.values[binding.writes[0]!.value];
  return parameter?.kind === 'parameter' && !parameter.rest ? { function: { file, id: parameter.function }, index: parameter.index } : null;
}

/** Is it a call with an argument of its own at that place? */
function passesOne({ file, id }: ValueRef, index: number, program: Program): boolean {
  const fact = program.fact({ file, id });
  return fact.kind === 'call' && !fact.isNew && fact.args.length > index && !fact.args.slice(0, index + 1).some((each) => program.fact({ file, id: each }).kind === 'spread');
}
