import type { ts } from 'ts-morph';
import type { LiteralValue, Offset, TemplateValue, TypeFact, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { compiler } from './compiler.js';
import { visitExpression } from './expressions.js';
import type { Walk } from './walk.js';
import { ownName, ownText } from './own-text.js';

/** Adds a string, or a template without parts, which is one. */
export function visitString(walk: Walk, node: ts.StringLiteralLike, start: Offset): ValueId {
  return walk.add({ kind: 'literal', value: ownName(node.text), type: 'string', start, end: node.end });
}

/** Adds a number. What JSON cannot hold (`1e999`) keeps its text. */
export function visitNumber(walk: Walk, node: ts.NumericLiteral, start: Offset): ValueId {
  const number = Number(node.text);
  const value = Number.isFinite(number) ? number : ownText(node.text);
  return walk.add({ kind: 'literal', value, type: 'number', start, end: node.end });
}

/** Adds a bigint by its digits. */
export function visitBigInt(walk: Walk, node: ts.BigIntLiteral, start: Offset): ValueId {
  return walk.add({ kind: 'literal', value: ownText(node.text).replace(/n$/, ''), type: 'bigint', start, end: node.end });
}

/** Adds `/pattern/flags`. */
export function visitRegularExpression(walk: Walk, node: ts.RegularExpressionLiteral, start: Offset): ValueId {
  const close = Math.max(node.text.lastIndexOf('/'), 1);
  const text = ownText(node.text);
  const [value, flags] = [text.slice(1, close), text.slice(close + 1)];
  return walk.add({ kind: 'literal', value, type: 'regexp', flags, start, end: node.end });
}

/** Adds `true`, `false`, `null`. */
export function visitKeywordLiteral(walk: Walk, node: ts.Node, start: Offset): ValueId {
  const isNull = node.kind === compiler.SyntaxKind.NullKeyword;
  const value = isNull ? null : node.kind === compiler.SyntaxKind.TrueKeyword;
  const fact: LiteralValue = { kind: 'literal', value, type: isNull ? 'null' : 'boolean', start, end: node.end };
  return walk.add(fact);
}

/** Adds a template with parts. */
export function visitTemplate(walk: Walk, node: ts.TemplateExpression, start: Offset): ValueId {
  return addTemplate(walk, node, NONE, { start, end: node.end });
}

/** Adds a template, tagged or not. */
export function addTemplate(
  walk: Walk,
  node: ts.TemplateLiteral,
  tag: ValueId,
  extent: { start: Offset; end: Offset },
  typeArguments?: TypeFact[],
): ValueId {
  const fact: TemplateValue = { kind: 'template', texts: [], parts: [], tag, ...extent };
  if (typeArguments) fact.typeArguments = typeArguments;
  if (compiler.isNoSubstitutionTemplateLiteral(node)) fact.texts.push(ownText(node.text));
  else {
    fact.texts.push(ownText(node.head.text));
    for (const span of node.templateSpans) {
      fact.parts.push(visitExpression(walk, span.expression));
      fact.texts.push(ownText(span.literal.text));
    }
  }
  return walk.add(fact);
}

/** Adds `[a, , ...b]`; the hole is left out. */
export function visitArray(walk: Walk, node: ts.ArrayLiteralExpression, start: Offset): ValueId {
  const present = node.elements.filter((element) => element.kind !== compiler.SyntaxKind.OmittedExpression);
  const elements = present.map((element) => visitExpression(walk, element));
  return walk.add({ kind: 'array', elements, start, end: node.end });
}
