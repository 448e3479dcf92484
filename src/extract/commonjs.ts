import type { ts } from 'ts-morph';
import type { CallValue, Offset, PropertyFact, ValueFact, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { compiler } from './compiler.js';
import { exportOf, type Walk } from './walk.js';

/** Name of the export that `module.exports = …` and `export = …` make. */
export const WHOLE_MODULE = '=';

/**
 * Notes `exports.name = value`, `module.exports.name = value` and `module.exports = value`. Whether `exports` is the
 * module's and not a local name is known at the end of the file only; see `settleCommonJsExports`.
 */
export function noteCommonJsExport(walk: Walk, object: ValueId, name: string, value: ValueId, start: Offset): void {
  const root = exportsRootOf(walk, object);
  if (root !== NONE) return noteExport(walk, root, name, value, start);
  if (name === 'exports' && isReferenceTo(walk.facts.values[object], 'module')) noteExport(walk, object, WHOLE_MODULE, value, start);
}

/** Notes `Object.defineProperty(exports, 'name', { get() { return value } })`, as compilers write re-exports. */
export function noteDefineProperty(walk: Walk, node: ts.CallExpression, call: CallValue): void {
  const callee = node.expression;
  if (!compiler.isPropertyAccessExpression(callee) || callee.name.text !== 'defineProperty') return;
  const [object = NONE, key = NONE, descriptor = NONE] = call.args;
  const root = exportsRootOf(walk, object);
  const name = walk.facts.values[key];
  if (root === NONE || name?.kind !== 'literal' || typeof name.value !== 'string') return;
  const value = valueOfDescriptor(walk, walk.facts.values[descriptor]);
  if (value !== NONE) noteExport(walk, root, name.value, value, call.start);
}

/** Notes `Object.assign(module.exports, { name })`. */
export function noteAssignedExports(walk: Walk, node: ts.CallExpression, call: CallValue): void {
  const callee = node.expression;
  if (!compiler.isPropertyAccessExpression(callee) || callee.name.text !== 'assign' || !compiler.isIdentifier(callee.expression) || callee.expression.text !== 'Object') return;
  const [object = NONE, ...sources] = call.args;
  const root = exportsRootOf(walk, object);
  if (root === NONE) return;
  for (const source of sources) {
    const literal = walk.facts.values[source];
    for (const property of literal?.kind === 'object' ? literal.properties : []) {
      if (property.name !== null) noteExport(walk, root, property.name, property.value, call.start);
    }
  }
}

/** Turns the noted exports into facts, except those on a local variable that happens to have the name. */
export function settleCommonJsExports(walk: Walk): void {
  for (const { root, fact } of walk.commonJsExports) {
    const reference = walk.facts.values[root];
    if (reference?.kind === 'reference' && reference.binding === NONE) walk.facts.exports.push(fact);
  }
}

/** The reference to `exports` or `module` if the value is `exports` or `module.exports`. */
function exportsRootOf(walk: Walk, object: ValueId): ValueId {
  const value = walk.facts.values[object];
  if (isReferenceTo(value, 'exports')) return object;
  const isModuleExports =
    value?.kind === 'member' && value.name === 'exports' && isReferenceTo(walk.facts.values[value.object], 'module');
  return isModuleExports ? value.object : NONE;
}

function isReferenceTo(value: ValueFact | undefined, name: string): boolean {
  return value?.kind === 'reference' && value.name === name;
}

/** Compilers reserve every name with `exports.a = exports.b = void 0` before they fill it; such writes say nothing. */
function noteExport(walk: Walk, root: ValueId, name: string, value: ValueId, start: Offset): void {
  const assigned = walk.facts.values[value];
  if (name === '__esModule' || (assigned?.kind === 'unary' && assigned.operator === 'void')) return;
  walk.commonJsExports.push({ root, fact: exportOf({ name, value, start }) });
}

function valueOfDescriptor(walk: Walk, descriptor: ValueFact | undefined): ValueId {
  if (descriptor?.kind !== 'object') return NONE;
  const named = (name: string): PropertyFact | undefined => descriptor.properties.find((property) => property.name === name);
  const plain = named('value');
  if (plain) return plain.value;
  const getter = walk.facts.values[named('get')?.value ?? NONE];
  return getter?.kind === 'function' ? (walk.facts.functions[getter.function]?.returns[0] ?? NONE) : NONE;
}
