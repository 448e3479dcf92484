import type { ts } from 'ts-morph';
import { compiler } from './compiler.js';

const { SyntaxKind } = compiler;

const NO_WRAPPER = 0;
const WRAPPER = 1;
/** A wrapper only if it says `const`. */
const ASSERTION = 2;

/** What each kind of node is, by number: this is asked often, and the compiler's enum is slow to read. */
const WRAPPING = new Uint8Array(SyntaxKind.Count);
WRAPPING[SyntaxKind.ParenthesizedExpression] = WRAPPER;
WRAPPING[SyntaxKind.NonNullExpression] = WRAPPER;
WRAPPING[SyntaxKind.SatisfiesExpression] = WRAPPER;
WRAPPING[SyntaxKind.ExpressionWithTypeArguments] = WRAPPER;
WRAPPING[SyntaxKind.PartiallyEmittedExpression] = WRAPPER;
WRAPPING[SyntaxKind.AsExpression] = ASSERTION;
WRAPPING[SyntaxKind.TypeAssertionExpression] = ASSERTION;

/** The expression inside parentheses, non-null assertions, `satisfies`, instantiations and `as const`. */
export function withoutWrappers(node: ts.Expression): ts.Expression {
  let inner = node;
  while (WRAPPING[inner.kind] !== NO_WRAPPER) {
    if (WRAPPING[inner.kind] === ASSERTION && !isConstAssertion(inner as ts.AssertionExpression)) break;
    inner = (inner as ts.ParenthesizedExpression).expression;
  }
  return inner;
}

/** `as const` and `<const>` say nothing about the value. */
export function isConstAssertion(node: ts.AssertionExpression): boolean {
  return compiler.isTypeReferenceNode(node.type) && compiler.isIdentifier(node.type.typeName) && node.type.typeName.text === 'const';
}
