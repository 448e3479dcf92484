import type { ts } from 'ts-morph';
import type { FunctionFact, Offset, PropertyFact, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { visitKey } from './chains.js';
import { compiler } from './compiler.js';
import { visitExpression, visitNamed } from './expressions.js';
import { visitFunction } from './functions.js';
import type { Walk } from './walk.js';
import { ownName } from './own-text.js';

/** Adds an object literal. */
export function visitObject(walk: Walk, node: ts.ObjectLiteralExpression, start: Offset): ValueId {
  const properties = node.properties.map((property) => visitProperty(walk, property));
  return walk.add({ kind: 'object', properties, start, end: node.end });
}

function visitProperty(walk: Walk, node: ts.ObjectLiteralElementLike): PropertyFact {
  const start = walk.startOf(node);
  if (compiler.isSpreadAssignment(node)) return { name: null, kind: 'spread', value: visitExpression(walk, node.expression), start };
  if (compiler.isShorthandPropertyAssignment(node)) return visitShorthand(walk, node, start);
  const { name, index } = visitPropertyName(walk, node.name);
  const named = (kind: PropertyFact['kind'], value: ValueId): PropertyFact => (name === null ? { name, kind: 'computed', value, key: index, start } : { name, kind, value, start });
  if (compiler.isPropertyAssignment(node)) return named('value', visitNamed(walk, node.initializer, name ?? ''));
  const kind = compiler.isMethodDeclaration(node) ? 'method' : compiler.isGetAccessor(node) ? 'getter' : 'setter';
  return named(kind, visitMethod(walk, node, kind, name ?? ''));
}

/** `{ a }`, and `{ a = 1 }`, which is legal in a pattern only and reaches this place in broken code. */
function visitShorthand(walk: Walk, node: ts.ShorthandPropertyAssignment, start: Offset): PropertyFact {
  const value = visitExpression(walk, node.name);
  if (node.objectAssignmentInitializer) visitExpression(walk, node.objectAssignmentInitializer);
  return { name: ownName(node.name.text), kind: 'value', value, start };
}

function visitMethod(
  walk: Walk,
  node: ts.MethodDeclaration | ts.AccessorDeclaration,
  kind: FunctionFact['kind'],
  name: string,
): ValueId {
  const start = walk.startOf(node);
  if (!node.body) return walk.addUnknown(start, node.end);
  return walk.add({ kind: 'function', function: visitFunction(walk, node, { kind, name }), start, end: node.end });
}

/** The name of a property or class member; a computed one that is no literal is visited as `index`. */
export function visitPropertyName(walk: Walk, node: ts.PropertyName): { name: string | null; index: ValueId } {
  if (compiler.isComputedPropertyName(node)) return visitKey(walk, node.expression);
  if (compiler.isBigIntLiteral(node)) return { name: ownName(node.text).replace(/n$/, ''), index: NONE };
  return { name: ownName(node.text), index: NONE };
}
