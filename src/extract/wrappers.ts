import { ts } from 'ts-morph';

const { SyntaxKind } = ts;
const PARENTHESIZED = SyntaxKind.ParenthesizedExpression;

const NO_WRAPPER = 0;
const WRAPPER = 1;
/** A wrapper only if it says `const`. */
const ASSERTION = 2;

/** What each kind of node is, by number: this is asked for every expression, and the compiler's enum is slow to read. */
const WRAPPING = new Uint8Array(SyntaxKind.Count);
WRAPPING[PARENTHESIZED] = WRAPPER;
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

/** How many parentheses `withoutWrappers` took off. The parser recurses into these; it reads the other wrappers in a loop. */
export function parenthesesAround(node: ts.Expression, inner: ts.Expression): number {
  let count = 0;
  for (let current = node; current !== inner; current = (current as ts.ParenthesizedExpression).expression) {
    if (current.kind === PARENTHESIZED) count += 1;
  }
  return count;
}

/** `as const` and `<const>` say nothing about the value. */
function isConstAssertion(node: ts.AssertionExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && ts.isIdentifier(node.type.typeName) && node.type.typeName.text === 'const';
}
