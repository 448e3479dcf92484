import type { ts } from 'ts-morph';
import type { Offset, ValueId } from '../contracts/facts.js';
import { visitBinary, visitConditional, visitPostfix, visitPrefix, visitUnaryKeyword } from './operators.js';
import { visitChain, visitNew } from './chains.js';
import { visitClassExpression } from './classes.js';
import { compiler } from './compiler.js';
import { visitFunctionExpression } from './functions.js';
import { visitJsx } from './jsx.js';
import {
  visitArray,
  visitBigInt,
  visitKeywordLiteral,
  visitNumber,
  visitRegularExpression,
  visitString,
  visitTemplate,
} from './literals.js';
import { visitObject } from './objects.js';
import { typeFactOf } from './types.js';
import type { Walk } from './walk.js';
import { isConstAssertion, withoutWrappers } from './wrappers.js';
import { ownName } from './own-text.js';

/**
 * Adds the values of one kind of expression and returns the outermost. Methods are bivariant in their parameters, so
 * that each visitor can name its own type of node.
 */
type Visitor = { visit(walk: Walk, node: ts.Node, start: Offset): ValueId }['visit'];

const { SyntaxKind } = compiler;

let visitors: readonly (Visitor | undefined)[] | undefined;

/** Adds the values of an expression and returns the outermost. Parentheses, `!`, `satisfies` and `as const` vanish. */
export function visitExpression(walk: Walk, node: ts.Expression): ValueId {
  visitors ??= visitorTable();
  walk.descend();
  const start = walk.startOf(node);
  const visitor = visitors[node.kind];
  const value = visitor ? visitor(walk, node, start) : walk.addUnknown(start, node.end);
  walk.ascend();
  return value;
}

/** As `visitExpression`; a function or class that stands there itself gets the name of what holds it. */
export function visitNamed(walk: Walk, node: ts.Expression, name: string): ValueId {
  const inner = withoutWrappers(node);
  if (compiler.isArrowFunction(inner) || compiler.isFunctionExpression(inner)) {
    walk.descend();
    const value = visitFunctionExpression(walk, inner, walk.startOf(inner), name);
    walk.ascend();
    return value;
  }
  if (!compiler.isClassExpression(inner)) return visitExpression(walk, node);
  walk.descend();
  const value = visitClassExpression(walk, inner, walk.startOf(inner), name);
  walk.ascend();
  return value;
}

function visitIdentifier(walk: Walk, node: ts.Identifier, start: Offset): ValueId {
  const name = ownName(node.text);
  if (name === 'undefined') return walk.add({ kind: 'literal', value: null, type: 'undefined', start, end: node.end });
  if (name === '') return walk.addUnknown(start, node.end);
  return walk.addReference(name, start, node.end);
}

function visitThis(walk: Walk, node: ts.Node, start: Offset): ValueId {
  const isSuper = node.kind === SyntaxKind.SuperKeyword;
  return walk.add({ kind: 'this', class: walk.thisClass, isSuper, function: walk.thisFunction, start, end: node.end });
}

function visitWrapper(walk: Walk, node: ts.ParenthesizedExpression): ValueId {
  return visitExpression(walk, node.expression);
}

function visitCast(walk: Walk, node: ts.AssertionExpression, start: Offset): ValueId {
  const operand = visitExpression(walk, node.expression);
  if (isConstAssertion(node)) return operand;
  return walk.add({ kind: 'cast', operand, type: typeFactOf(walk, node.type), start, end: node.end });
}

function visitSpread(walk: Walk, node: ts.SpreadElement, start: Offset): ValueId {
  return walk.add({ kind: 'spread', operand: visitExpression(walk, node.expression), start, end: node.end });
}

function visitAwait(walk: Walk, node: ts.AwaitExpression, start: Offset): ValueId {
  return walk.add({ kind: 'await', operand: visitExpression(walk, node.expression), start, end: node.end });
}

function visitYield(walk: Walk, node: ts.YieldExpression, start: Offset): ValueId {
  const operand = node.expression ? visitExpression(walk, node.expression) : -1;
  return walk.add({ kind: 'yield', operand, delegates: node.asteriskToken !== undefined, start, end: node.end });
}

function visitMetaProperty(walk: Walk, node: ts.MetaProperty, start: Offset): ValueId {
  if (node.keywordToken !== SyntaxKind.ImportKeyword) return walk.addUnknown(start, node.end);
  return walk.add({ kind: 'module', specifier: null, specifierValue: -1, meta: true, start, end: node.end });
}

/** A table by kind rather than a `switch`: the compiler's enum is no constant, so a switch would compare case by case. */
function visitorTable(): (Visitor | undefined)[] {
  const table: (Visitor | undefined)[] = [];
  const on = (visitor: Visitor, ...kinds: ts.SyntaxKind[]): void => kinds.forEach((kind) => (table[kind] = visitor));
  on(visitIdentifier, SyntaxKind.Identifier, SyntaxKind.PrivateIdentifier);
  on(visitThis, SyntaxKind.ThisKeyword, SyntaxKind.SuperKeyword);
  on(visitString, SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral);
  on(visitNumber, SyntaxKind.NumericLiteral);
  on(visitBigInt, SyntaxKind.BigIntLiteral);
  on(visitRegularExpression, SyntaxKind.RegularExpressionLiteral);
  on(visitKeywordLiteral, SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.NullKeyword);
  on(visitTemplate, SyntaxKind.TemplateExpression);
  on(visitChain, SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression);
  on(visitChain, SyntaxKind.CallExpression, SyntaxKind.TaggedTemplateExpression);
  on(visitNew, SyntaxKind.NewExpression);
  on(visitMetaProperty, SyntaxKind.MetaProperty);
  on(visitObject, SyntaxKind.ObjectLiteralExpression);
  on(visitArray, SyntaxKind.ArrayLiteralExpression);
  on(visitFunctionExpression, SyntaxKind.ArrowFunction, SyntaxKind.FunctionExpression);
  on(visitClassExpression, SyntaxKind.ClassExpression);
  on(visitBinary, SyntaxKind.BinaryExpression);
  on(visitConditional, SyntaxKind.ConditionalExpression);
  on(visitPrefix, SyntaxKind.PrefixUnaryExpression);
  on(visitPostfix, SyntaxKind.PostfixUnaryExpression);
  on(visitUnaryKeyword, SyntaxKind.TypeOfExpression, SyntaxKind.VoidExpression, SyntaxKind.DeleteExpression);
  on(visitAwait, SyntaxKind.AwaitExpression);
  on(visitYield, SyntaxKind.YieldExpression);
  on(visitSpread, SyntaxKind.SpreadElement);
  on(visitWrapper, SyntaxKind.ParenthesizedExpression, SyntaxKind.NonNullExpression, SyntaxKind.SatisfiesExpression);
  on(visitWrapper, SyntaxKind.ExpressionWithTypeArguments, SyntaxKind.PartiallyEmittedExpression);
  on(visitCast, SyntaxKind.AsExpression, SyntaxKind.TypeAssertionExpression);
  on(visitJsx, SyntaxKind.JsxElement, SyntaxKind.JsxSelfClosingElement, SyntaxKind.JsxFragment);
  return table;
}
