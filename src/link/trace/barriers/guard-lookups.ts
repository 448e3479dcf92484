/** Guards of a route (NestJS) that look up the row that a part of the request names, and refuse the request when there is none. */
import type { ChainLink, FunctionRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { lineage } from '../../resolve/member.js';
import { factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { chainsAt } from './middleware.js';
import { nameOf } from './names.js';
import { type Protection, intersection, union } from './protection.js';
import { provenUntil } from './statements.js';

const METHOD = 'canActivate';
/** Guards that call the guard they extend. */
const MAXIMUM_DEPTH = 3;

/**
 * What guards prove of a parameter that a decorator fills with a part of the request, on every route that its method answers.
 *
 * @param role what the decorator gives, `request.params`
 * @param path the properties read from the parameter
 */
export function provenByGuardClasses(link: Linking, parameter: FileValue, role: string, path: readonly string[], judge: Judge): Protection | null {
  const fact = factOf(parameter);
  if (fact.kind !== 'parameter') return null;
  const chains = chainsAt(link, { file: parameter.file, id: fact.function });
  const name = partNamed(link, parameter) ?? path[0];
  const part = role.split('.')[1];
  if (chains.length === 0 || name === undefined || part === undefined) return null;
  const byChain = chains.map((chain) => {
    const methods = chain.flatMap((layer) => (layer.kind === 'guard' ? methodsOf(link, layer) : []));
    return methods.map((method) => provenByMethod(link, method, { part, name }, judge, 0)).reduce<Protection | null>(union, null);
  });
  return byChain.reduce(intersection);
}

/** `id` of `@Param('id')`. */
function partNamed(link: Linking, parameter: FileValue): string | undefined {
  const fact = factOf(parameter);
  const declared = fact.kind === 'parameter' ? parameter.file.facts.functions[fact.function]?.parameters[fact.index] : undefined;
  for (const decorator of declared?.decorators ?? []) {
    const call = factOf(sibling(parameter, decorator));
    const name = call.kind === 'call' && call.args[0] !== undefined ? link.constants(sibling(parameter, call.args[0])) : null;
    if (name?.length === 1) return String(name[0]);
  }
  return undefined;
}

/** The method that decides, of a guard that is a class of the program. */
function methodsOf(link: Linking, { entities }: ChainLink): FunctionRef[] {
  const [guard] = entities;
  if (entities.length !== 1 || (guard?.kind !== 'class' && guard?.kind !== 'instance')) return [];
  for (const owner of lineage(link, guard.ref)) {
    const method = owner.file.facts.classes[owner.id]?.members.find((member) => member.name === METHOD && member.function >= 0 && !member.isStatic);
    if (method !== undefined) return [{ file: owner.file, id: method.function }];
  }
  return [];
}

interface Part {
  part: string;
  name: string;
}

/** What holds wherever the method lets the request go on: at each `return` but those of `false`. */
function provenByMethod(link: Linking, ref: FunctionRef, part: Part, judge: Judge, depth: number): Protection | null {
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined || depth > MAXIMUM_DEPTH) return null;
  const subjects = subjectsIn(link, file, ref.id, part);
  const passes = declaration.returns.map((id): FileValue => ({ file, id })).filter((value) => link.constants(value)?.every((constant) => !constant) !== true);
  const proven = passes.map((value) => {
    const here = subjects.map(({ subject, binding }) => provenUntil(link, subject, factOf(value).start, binding, judge)).reduce<Protection | null>(union, null);
    return union(here, provenByExtended(link, value, part, judge, depth + 1));
  });
  return proven.length === 0 ? null : proven.reduce(intersection);
}

/** `return super.canActivate(context)`. */
function provenByExtended(link: Linking, returned: FileValue, part: Part, judge: Judge, depth: number): Protection | null {
  const fact = factOf(returned);
  if (fact.kind === 'await') return provenByExtended(link, sibling(returned, fact.operand), part, judge, depth);
  const callee = fact.kind === 'call' ? factOf(sibling(returned, fact.callee)) : null;
  const functions = callee?.kind === 'member' && callee.name === METHOD ? link.callees(returned) : [];
  return functions.length === 1 ? provenByMethod(link, functions[0]!, part, judge, depth) : null;
}

/** `request.params.id` in a function, and the variables that hold it. */
function subjectsIn(link: Linking, file: FileValue['file'], id: number, { part, name }: Part): { subject: Subject; binding: number }[] {
  const { values, bindings } = file.facts;
  const found: { subject: Subject; binding: number }[] = [];
  const add = (value: number, binding: number) => {
    const own = nameOf(link, { file, id: value });
    if (own !== null) found.push({ subject: { file, name: own }, binding });
  };
  values.forEach((fact, at) => {
    const object = fact.kind === 'member' && fact.name === name ? values[fact.object] : undefined;
    if (object?.kind !== 'member' || object.name !== part || file.functionAt(fact.start) !== id) return;
    add(at, -1);
    for (let held = at; held >= 0 && (held === at || /^(?:conditional|logical|cast)$/.test(values[held]!.kind)); held = file.parentOf(held)) {
      for (const binding of file.bindingsWrittenWith(held)) {
        const use = bindings[binding]?.writes.length === 1 ? bindings[binding].uses[0] : undefined;
        if (use !== undefined) add(use, binding);
      }
    }
  });
  return found;
}
