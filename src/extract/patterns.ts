import type { ts } from 'ts-morph';
import type { Offset, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { assignTo, isAssignmentOperator } from './assignments.js';
import { compiler } from './compiler.js';
import { visitNamed } from './expressions.js';
import { visitPropertyName } from './objects.js';
import type { Declaring, Walk } from './walk.js';
import { withoutWrappers } from './wrappers.js';
import { ownName } from './own-text.js';

/** Where in a value a part of a pattern looks: the extent of its element, a known name, or a computed one. */
interface Place {
  start: Offset;
  end: Offset;
  name: string | null;
  index: ValueId;
}

/** Declares the names of a binding pattern, each written with the part of `value` that it takes. */
export function bindPattern(walk: Walk, pattern: ts.BindingName, value: ValueId, declaring: Declaring): void {
  walk.descend();
  if (compiler.isIdentifier(pattern)) {
    const binding = walk.declare(ownName(pattern.text), walk.startOf(pattern), declaring);
    if (value !== NONE) walk.initialize(binding, value, declaring.at);
  } else if (compiler.isObjectBindingPattern(pattern)) bindObject(walk, pattern, value, { ...declaring, type: undefined });
  else bindArray(walk, pattern, value, { ...declaring, type: undefined });
  walk.ascend();
}

function bindObject(walk: Walk, pattern: ts.ObjectBindingPattern, value: ValueId, declaring: Declaring): void {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    const start = walk.startOf(element);
    if (element.dotDotDotToken) {
      bindPattern(walk, element.name, addRest(walk, value, taken, start, element.end), declaring);
      continue;
    }
    const key = visitElementKey(walk, element);
    if (key.name !== null) taken.push(key.name);
    bindElement(walk, element, value, { start, end: element.end, ...key }, declaring);
  }
}

/** The property that an element takes. A pattern without a name before it is broken code. */
function visitElementKey(walk: Walk, element: ts.BindingElement): Pick<Place, 'name' | 'index'> {
  if (element.propertyName) return visitPropertyName(walk, element.propertyName);
  return { name: compiler.isIdentifier(element.name) ? ownName(element.name.text) : null, index: NONE };
}

function bindArray(walk: Walk, pattern: ts.ArrayBindingPattern, value: ValueId, declaring: Declaring): void {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    const name = String(taken.length);
    if (compiler.isOmittedExpression(element)) {
      taken.push(name);
      continue;
    }
    const start = walk.startOf(element);
    if (element.dotDotDotToken) bindPattern(walk, element.name, addRest(walk, value, taken, start, element.end), declaring);
    else bindElement(walk, element, value, { start, end: element.end, name, index: NONE }, declaring);
    taken.push(name);
  }
}

function bindElement(walk: Walk, element: ts.BindingElement, source: ValueId, place: Place, declaring: Declaring): void {
  const member = addPart(walk, source, place);
  const name = compiler.isIdentifier(element.name) ? ownName(element.name.text) : '';
  bindPattern(walk, element.name, withDefault(walk, member, element.initializer, name, place), declaring);
}

/** Assigns the properties of a value to the targets of `({ a, b: c.d, ...e } = value)`. */
export function assignToObject(walk: Walk, pattern: ts.ObjectLiteralExpression, value: ValueId, at: Offset): void {
  const taken: string[] = [];
  for (const property of pattern.properties) {
    const start = walk.startOf(property);
    if (compiler.isSpreadAssignment(property)) {
      assignTo(walk, property.expression, addRest(walk, value, taken, start, property.end), at);
    } else if (compiler.isShorthandPropertyAssignment(property)) {
      const name = ownName(property.name.text);
      taken.push(name);
      const place = { start, end: property.end, name, index: NONE };
      const part = withDefault(walk, addPart(walk, value, place), property.objectAssignmentInitializer, name, place);
      walk.names.write(walk.scope, name, part, at);
    } else if (compiler.isPropertyAssignment(property)) {
      const key = visitPropertyName(walk, property.name);
      if (key.name !== null) taken.push(key.name);
      assignElement(walk, property.initializer, value, { start, end: property.end, ...key }, at);
    }
  }
}

/** Assigns the elements of a value to the targets of `[a, b.c, ...d] = value`. */
export function assignToArray(walk: Walk, pattern: ts.ArrayLiteralExpression, value: ValueId, at: Offset): void {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    const name = String(taken.length);
    const start = walk.startOf(element);
    if (compiler.isSpreadElement(element)) {
      assignTo(walk, element.expression, addRest(walk, value, taken, start, element.end), at);
    } else if (!compiler.isOmittedExpression(element)) {
      assignElement(walk, element, value, { start, end: element.end, name, index: NONE }, at);
    }
    taken.push(name);
  }
}

function assignElement(walk: Walk, node: ts.Expression, source: ValueId, place: Place, at: Offset): void {
  const member = addPart(walk, source, place);
  const hasDefault = compiler.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind);
  const target = hasDefault ? node.left : node;
  const inner = withoutWrappers(target);
  const name = compiler.isIdentifier(inner) ? ownName(inner.text) : '';
  assignTo(walk, target, withDefault(walk, member, hasDefault ? node.right : undefined, name, place), at);
}

function addPart(walk: Walk, object: ValueId, place: Place): ValueId {
  const { name, index, start, end } = place;
  if (object === NONE) return NONE;
  return walk.add({ kind: 'member', object, name, index, optional: false, nameStart: start, start, end });
}

function addRest(walk: Walk, of: ValueId, taken: readonly string[], start: Offset, end: Offset): ValueId {
  return of === NONE ? NONE : walk.add({ kind: 'rest', of, without: [...taken], start, end });
}

/** `left` with a default initializer around it, if there is one. */
export function withDefault(
  walk: Walk,
  left: ValueId,
  initializer: ts.Expression | undefined,
  name: string,
  extent: { start: Offset; end: Offset },
): ValueId {
  if (!initializer) return left;
  const right = visitNamed(walk, initializer, name);
  if (left === NONE) return right;
  return walk.add({ kind: 'logical', operator: 'default', left, right, start: extent.start, end: extent.end });
}
