import type { ts } from 'ts-morph';
import type { Offset, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { visitKey } from './chains.js';
import { noteCommonJsExport } from './commonjs.js';
import { compiler } from './compiler.js';
import { visitExpression, visitNamed } from './expressions.js';
import { addLogical, isLogicalOperator } from './operators.js';
import { assignToArray, assignToObject } from './patterns.js';
import type { Walk } from './walk.js';
import { withoutWrappers } from './wrappers.js';
import { ownName } from './own-text.js';

const { EqualsToken: EQUALS, FirstAssignment: FIRST_ASSIGNMENT, LastAssignment: LAST_ASSIGNMENT } = compiler.SyntaxKind;

export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= FIRST_ASSIGNMENT && kind <= LAST_ASSIGNMENT;
}

/** Adds an assignment; its value is the value assigned. */
export function visitAssignment(walk: Walk, node: ts.BinaryExpression, start: Offset): ValueId {
  const target = withoutWrappers(node.left);
  const operator = node.operatorToken.kind;
  const value =
    operator === EQUALS
      ? visitNamed(walk, node.right, nameOfTarget(target))
      : addCompound(walk, node, target, start);
  assignTo(walk, target, value, node.end);
  return value;
}

/** `a += b` reads `a` as well: its value is that of `a + b`. */
function addCompound(walk: Walk, node: ts.BinaryExpression, target: ts.Expression, start: Offset): ValueId {
  const operator = (compiler.tokenToString(node.operatorToken.kind) ?? '').slice(0, -1);
  const left = visitExpression(walk, target);
  if (isLogicalOperator(operator)) return addLogical(walk, operator, left, node.right, start);
  const right = visitExpression(walk, node.right);
  if (operator === '+') return walk.add({ kind: 'concat', parts: [left, right], start, end: node.end });
  return walk.add({ kind: 'binary', operator, left, right, start, end: node.end });
}

function nameOfTarget(target: ts.Expression): string {
  if (compiler.isIdentifier(target)) return ownName(target.text);
  if (compiler.isPropertyAccessExpression(target)) return ownName(target.name.text);
  return compiler.isElementAccessExpression(target) && compiler.isStringLiteralLike(target.argumentExpression)
    ? ownName(target.argumentExpression.text)
    : '';
}

/** Writes a value to whatever stands left of `=`: a name, a property, or a pattern of them. */
export function assignTo(walk: Walk, node: ts.Expression, value: ValueId, at: Offset): void {
  walk.descend();
  const target = withoutWrappers(node);
  if (compiler.isIdentifier(target)) walk.names.write(walk.scope, target.text, value, at);
  else if (compiler.isPropertyAccessExpression(target)) assignToMember(walk, target, ownName(target.name.text), value, at);
  else if (compiler.isElementAccessExpression(target)) assignToMember(walk, target, null, value, at);
  else if (compiler.isObjectLiteralExpression(target)) assignToObject(walk, target, value, at);
  else if (compiler.isArrayLiteralExpression(target)) assignToArray(walk, target, value, at);
  else if (compiler.isAsExpression(target) || compiler.isTypeAssertionExpression(target)) assignTo(walk, target.expression, value, at);
  else visitExpression(walk, target);
  walk.ascend();
}

function assignToMember(
  walk: Walk,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  propertyName: string | null,
  value: ValueId,
  at: Offset,
): void {
  const object = visitExpression(walk, target.expression);
  const key = compiler.isElementAccessExpression(target) ? visitKey(walk, target.argumentExpression) : { name: propertyName, index: NONE };
  walk.facts.memberWrites.push({ object, name: key.name, index: key.index, value, at });
  if (key.name !== null) noteCommonJsExport(walk, object, key.name, value, walk.startOf(target));
}
