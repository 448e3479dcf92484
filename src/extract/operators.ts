import type { ts } from 'ts-morph';
import type { BlockId, BlockKind, ConcatValue, LogicalValue, Offset, ValueId } from '../contracts/facts.js';
import { assignTo, isAssignmentOperator, visitAssignment } from './assignments.js';
import { closeBlock, COMPLETES, openBlock, THROWS } from './blocks.js';
import { compiler } from './compiler.js';
import { visitExpression } from './expressions.js';
import type { Walk } from './walk.js';
import { withoutWrappers } from './wrappers.js';

const { SyntaxKind } = compiler;
const BINARY = SyntaxKind.BinaryExpression;
const PLUS = SyntaxKind.PlusToken;

type LogicalOperator = '&&' | '||' | '??';

const BLOCK_OF_OPERATOR: Readonly<Record<LogicalOperator, BlockKind>> = { '&&': 'then', '||': 'else', '??': 'nullish' };

/**
 * Adds an operator with two operands. Operators group to the left, and generated code joins thousands of them, so the
 * left operands are walked in a loop. All operators of such a chain start where its leftmost operand starts.
 */
export function visitBinary(walk: Walk, node: ts.BinaryExpression, start: Offset): ValueId {
  if (isAssignmentOperator(node.operatorToken.kind)) return visitAssignment(walk, node, start);
  const { links } = walk;
  const base = links.length;
  let bottom: ts.Expression = node;
  while (bottom.kind === BINARY && !isAssignmentOperator((bottom as ts.BinaryExpression).operatorToken.kind)) {
    links.push(bottom);
    bottom = (bottom as ts.BinaryExpression).left;
  }
  let value = visitExpression(walk, bottom);
  let sum: ConcatValue | null = null;
  while (links.length > base) {
    const link = links.pop() as ts.BinaryExpression;
    if (link.operatorToken.kind === PLUS && sum) {
      sum.parts.push(visitExpression(walk, link.right));
      sum.end = link.end;
    } else if (link.operatorToken.kind === PLUS) {
      sum = { kind: 'concat', parts: [value, visitExpression(walk, link.right)], start, end: link.end };
      value = walk.add(sum);
    } else {
      sum = null;
      value = addOperator(walk, link, value, start);
    }
  }
  return value;
}

function addOperator(walk: Walk, node: ts.BinaryExpression, left: ValueId, start: Offset): ValueId {
  const operator = compiler.tokenToString(node.operatorToken.kind) ?? '';
  if (isLogicalOperator(operator)) return addLogical(walk, operator, left, node.right, start);
  const right = visitExpression(walk, node.right);
  // `(0, eval)(text)`, `(0, module_1.run)(x)`: the value is the last one.
  return operator === ',' ? right : walk.add({ kind: 'binary', operator, left, right, start, end: node.end });
}

export function isLogicalOperator(operator: string): operator is LogicalOperator {
  return operator in BLOCK_OF_OPERATOR;
}

/** Adds `left && right` and its like; the right side runs under a condition. */
export function addLogical(walk: Walk, operator: LogicalOperator, left: ValueId, rightNode: ts.Expression, start: Offset): ValueId {
  const right = visitBranch(walk, rightNode, BLOCK_OF_OPERATOR[operator], left);
  const fact: LogicalValue = { kind: 'logical', operator, left, right, start, end: rightNode.end };
  return walk.add(fact);
}

/** A `test ? whenTrue : …` whose other branch is still to be added. */
interface OpenConditional {
  test: ValueId;
  whenTrue: ValueId;
  start: Offset;
  otherwise: BlockId;
}

/** Adds `test ? a : b`. Chains of `? :` are the `else if` of generated code, so they are walked in a loop. */
export function visitConditional(walk: Walk, node: ts.ConditionalExpression, start: Offset): ValueId {
  const open: OpenConditional[] = [];
  let rest: ts.Expression = node;
  for (let at = start; compiler.isConditionalExpression(rest); at = walk.startOf(rest)) {
    const test = visitExpression(walk, rest.condition);
    const whenTrue = visitBranch(walk, rest.whenTrue, 'then', test);
    rest = rest.whenFalse;
    const otherwise = openBlock(walk, { kind: 'else', condition: test }, walk.startOf(rest), rest.end);
    open.push({ test, whenTrue, start: at, otherwise });
  }
  const last: ts.Expression = rest;
  let whenFalse = visitExpression(walk, last);
  for (const { otherwise, ...fact } of open.reverse()) {
    closeBlock(walk, otherwise, open[0]!.otherwise === otherwise && neverReturns(walk, last) ? THROWS : COMPLETES);
    whenFalse = walk.add({ kind: 'conditional', ...fact, whenFalse, end: last.end });
  }
  return whenFalse;
}

/** Adds an expression that runs under a condition, and the block around it. */
function visitBranch(walk: Walk, node: ts.Expression, kind: BlockKind, condition: ValueId): ValueId {
  const block = openBlock(walk, { kind, condition }, walk.startOf(node), node.end);
  const value = visitExpression(walk, node);
  closeBlock(walk, block, neverReturns(walk, node) ? THROWS : COMPLETES);
  return value;
}

/** Functions of frameworks that throw what they are called for (next 16.4: dist/client/components; @sveltejs/kit 2: src/exports/index.js). */
const THROWING: Readonly<Record<string, ReadonlySet<string>>> = {
  'next/navigation': new Set(['redirect', 'permanentRedirect', 'notFound', 'forbidden', 'unauthorized']),
  '@sveltejs/kit': new Set(['redirect', 'error']),
};

/** `process.exit(…)`, `process.abort()`, `ctx.throw(400)` and `notFound()` of Next.js: control never returns to the caller, as with `throw`. */
export function neverReturns({ facts }: Walk, node: ts.Expression): boolean {
  if (!compiler.isCallExpression(node)) return false;
  if (compiler.isIdentifier(node.expression)) {
    const { text } = node.expression;
    return facts.imports.some(({ specifier, kind, name, binding }) => kind === 'named' && THROWING[specifier]?.has(name) === true && facts.bindings[binding]?.name === text);
  }
  if (!compiler.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  if (name.text === 'throw') return true;
  return compiler.isIdentifier(expression) && expression.text === 'process' && (name.text === 'exit' || name.text === 'abort');
}

/** Adds `!x`, `-x`, `++x` … */
export function visitPrefix(walk: Walk, node: ts.PrefixUnaryExpression, start: Offset): ValueId {
  return addUnary(walk, node, node.operand, start);
}

/** Adds `x++`, `x--`. */
export function visitPostfix(walk: Walk, node: ts.PostfixUnaryExpression, start: Offset): ValueId {
  return addUnary(walk, node, node.operand, start);
}

type UnaryNode = ts.PrefixUnaryExpression | ts.PostfixUnaryExpression;

function addUnary(walk: Walk, node: UnaryNode, operandNode: ts.Expression, start: Offset): ValueId {
  const operator = compiler.tokenToString(node.operator) ?? '';
  const value = walk.add({ kind: 'unary', operator, operand: visitExpression(walk, operandNode), start, end: node.end });
  const isUpdate = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
  if (isUpdate) assignTo(walk, withoutWrappers(operandNode), value, node.end);
  return value;
}

/** Adds `typeof x`, `void x`, `delete x`. */
export function visitUnaryKeyword(
  walk: Walk,
  node: ts.TypeOfExpression | ts.VoidExpression | ts.DeleteExpression,
  start: Offset,
): ValueId {
  const operator = compiler.isTypeOfExpression(node) ? 'typeof' : compiler.isVoidExpression(node) ? 'void' : 'delete';
  return walk.add({ kind: 'unary', operator, operand: visitExpression(walk, node.expression), start, end: node.end });
}
