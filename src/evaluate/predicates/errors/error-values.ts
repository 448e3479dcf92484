/** Errors that a piece of code handles: what a catch clause binds, and what handlers and callbacks are given. */
import type { BindingId, FunctionId } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { usesIn } from '../../file-uses.js';
import { isNarrowed } from './error-guards.js';

/** What such a parameter is called where nothing but its place and name tells. */
const ERROR_NAME = /^_?(?:e|er|err|error|ex|exc|exception|reason|\w+(?:Err|Error|Exception))$/;
const CALLBACK_NAME = /^_?(?:err|error|\w+(?:Err|Error))$/;

/** The errors that are at hand where a value stands, innermost first; empty when none is. */
export function errorsAt(at: ValueRef, program: Program): BindingId[] {
  return errorsAround(at, program, 0);
}

function errorsAround({ file, id }: ValueRef, program: Program, depth: number): BindingId[] {
  const { start } = file.facts.values[id]!;
  const caught = caughtAround(file, start);
  const functions: BindingId[] = [];
  for (let around = file.functionAt(start); around > 0; around = file.facts.functions[around]!.parent) {
    const binding = errorParameter(file, around, program);
    if (binding !== null) functions.push(binding);
    else functions.push(...handedErrors(file, around, program, depth));
  }
  return [...caught, ...functions];
}

/** Variables of the catch clauses around a place; -1 stands for a clause that names none. */
function caughtAround(file: LinkedFile, offset: number): BindingId[] {
  const result: BindingId[] = [];
  const { blocks, bindings } = file.facts;
  for (let id = file.blockAt(offset); id > 0; id = blocks[id]!.parent) {
    const block = blocks[id]!;
    if (block.kind !== 'catch') continue;
    // The clause's variable is declared between the end of the tried block and that of this one.
    const from = blocks[block.try]?.end ?? block.start;
    result.push(bindings.findIndex((binding) => binding.kind === 'catch' && binding.start >= from && binding.start < block.end));
  }
  return result;
}

const MAXIMUM_CALLS = 12;
const MAXIMUM_DEPTH = 2;

/** `function fail(res, error) { res.json(error.message) }`: parameters in which another function of the program hands on an error of which it knows nothing. */
function handedErrors(file: LinkedFile, id: FunctionId, program: Program, depth: number): BindingId[] {
  const { parameters } = file.facts.functions[id]!;
  const named = parameters.flatMap(({ name, binding }, index) => (binding >= 0 && ERROR_NAME.test(name) && !isOwnClass(file, binding, program) ? [{ binding, index }] : []));
  if (named.length === 0 || depth >= MAXIMUM_DEPTH) return [];
  const calls = program.callersOf({ file, id }).slice(0, MAXIMUM_CALLS);
  return named.flatMap(({ binding, index }) => (calls.some((call) => handsOn(call, index, program, depth)) ? [binding] : []));
}

function handsOn(call: ValueRef, index: number, program: Program, depth: number): boolean {
  const fact = program.fact(call);
  const argument = fact.kind === 'call' ? fact.args[index] : undefined;
  const passed = argument === undefined ? undefined : call.file.facts.values[argument];
  if (passed?.kind !== 'reference' || passed.binding < 0) return false;
  return errorsAround(call, program, depth + 1).includes(passed.binding) && !isNarrowed(call, passed.binding, program);
}

/** The parameter through which a function is handed an error, or null when it is no such function. */
function errorParameter(file: LinkedFile, id: FunctionId, program: Program): BindingId | null {
  const declaration = file.facts.functions[id]!;
  const [first] = declaration.parameters;
  if (first === undefined || first.binding < 0) return null;
  if (isOwnClass(file, first.binding, program)) return null;
  // A framework's exception filter: `catch(exception, host)`.
  if (declaration.kind === 'method' && declaration.name === 'catch' && declaration.parameters.length === 2) return first.binding;
  if (declaration.parameters.length === 4 && ERROR_NAME.test(first.name)) return first.binding;
  const value = usesIn(file).valueOfFunction(id);
  const parent = value < 0 ? -1 : file.parentOf(value);
  const call = parent < 0 ? undefined : file.facts.values[parent];
  if (call?.kind !== 'call') return null;
  if (program.rolesAt({ file, id: parent }).some((site) => site.role === 'http.error-handler')) return first.binding;
  const callee = file.facts.values[call.callee];
  const method = callee?.kind === 'member' ? callee.name : null;
  const index = call.args.indexOf(value);
  if (method === 'catch' && index === 0) return first.binding;
  if (method === 'then') return index === 1 ? first.binding : null;
  if ((method === 'on' || method === 'once') && index === 1 && program.constants({ file, id: call.args[0]! })?.[0] === 'error') return first.binding;
  return CALLBACK_NAME.test(first.name) && index === call.args.length - 1 && !call.isNew ? first.binding : null;
}

/** `(error: PaymentError)`: a kind of error whose text the program wrote itself. */
function isOwnClass(file: LinkedFile, binding: BindingId, program: Program): boolean {
  const type = file.facts.bindings[binding]?.type;
  if (type === undefined || ['', 'Error', 'any', 'unknown', '|', '&', '{}'].includes(type.name)) return false;
  const use = file.facts.bindings[binding]!.uses[0];
  return use !== undefined && (program.resolve({ file, id: use }).some((entity) => entity.kind === 'instance') || program.rolesAt({ file, id: use }).some((site) => site.role === 'error.for-clients'));
}
