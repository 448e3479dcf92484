import type { ts } from 'ts-morph';
import type { TypeFact, TypeMemberFact } from '../contracts/facts.js';
import { compiler } from './compiler.js';
import type { Walk } from './walk.js';
import { ownName } from './own-text.js';

const { SyntaxKind } = compiler;

/** A type by name; see `TypeFact` for what has one. */
export function typeFactOf(walk: Walk, node: ts.TypeNode): TypeFact {
  walk.descend();
  const fact = factOf(walk, node);
  walk.ascend();
  return fact;
}

/** As `typeFactOf`, for an annotation that may be missing. */
export function annotationOf(walk: Walk, node: ts.TypeNode | undefined): TypeFact | undefined {
  return node && typeFactOf(walk, node);
}

function factOf(walk: Walk, node: ts.TypeNode): TypeFact {
  if (compiler.isTypeReferenceNode(node)) return namedType(walk, entityNameOf(node.typeName), node.typeArguments);
  if (compiler.isExpressionWithTypeArguments(node)) return namedType(walk, dottedNameOf(node.expression), node.typeArguments);
  if (compiler.isParenthesizedTypeNode(node)) return typeFactOf(walk, node.type);
  if (compiler.isUnionTypeNode(node)) return { name: '|', args: typeFactsOf(walk, node.types) };
  if (compiler.isIntersectionTypeNode(node)) return { name: '&', args: typeFactsOf(walk, node.types) };
  if (compiler.isArrayTypeNode(node)) return { name: '[]', args: [typeFactOf(walk, node.elementType)] };
  if (compiler.isTypeLiteralNode(node)) return { name: '{}', members: typeMembersOf(walk, node.members) };
  if (compiler.isLiteralTypeNode(node)) return literalType(node.literal);
  if (compiler.isTypeOperatorNode(node) && node.operator === SyntaxKind.ReadonlyKeyword) return typeFactOf(walk, node.type);
  if (compiler.isTypeQueryNode(node)) return { name: 'typeof', args: [{ name: entityNameOf(node.exprName) }] };
  if (compiler.isTypePredicateNode(node)) return { name: 'boolean' };
  return { name: keywordOf(node) };
}

function namedType(walk: Walk, name: string, typeArguments: readonly ts.TypeNode[] | undefined): TypeFact {
  return typeArguments ? { name, args: typeFactsOf(walk, typeArguments) } : { name };
}

/** As `typeFactOf`, for a list. */
export function typeFactsOf(walk: Walk, nodes: readonly ts.TypeNode[]): TypeFact[] {
  return nodes.map((node) => typeFactOf(walk, node));
}

/** `string`, `any`, `never` … are tokens; every other kind of type node has no name. */
function keywordOf(node: ts.TypeNode): string {
  const isKeyword = node.kind >= SyntaxKind.FirstKeyword && node.kind <= SyntaxKind.LastKeyword;
  return isKeyword ? (compiler.tokenToString(node.kind) ?? '') : '';
}

function literalType(node: ts.LiteralTypeNode['literal']): TypeFact {
  if (compiler.isStringLiteralLike(node)) return { name: '', literal: ownName(node.text) };
  if (compiler.isNumericLiteral(node)) return numberType(node.text);
  if (compiler.isPrefixUnaryExpression(node) && compiler.isNumericLiteral(node.operand)) return numberType(`-${node.operand.text}`);
  if (node.kind === SyntaxKind.NullKeyword) return { name: 'null' };
  const isBoolean = node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword;
  return isBoolean ? { name: '', literal: node.kind === SyntaxKind.TrueKeyword } : { name: '' };
}

function numberType(text: string): TypeFact {
  const number = Number(text);
  return Number.isFinite(number) && !Object.is(number, -0) ? { name: '', literal: number } : { name: '', literal: text };
}

function entityNameOf(node: ts.EntityName): string {
  const parts: string[] = [];
  let current = node;
  for (; compiler.isQualifiedName(current); current = current.left) parts.unshift(current.right.text);
  return ownName(parts.length === 0 ? current.text : [current.text, ...parts].join('.'));
}

/** `a.b.c` as written; '' for any other expression. */
export function dottedNameOf(node: ts.Expression): string {
  const parts: string[] = [];
  let current = node;
  for (; compiler.isPropertyAccessExpression(current); current = current.expression) parts.unshift(current.name.text);
  return compiler.isIdentifier(current) ? ownName([current.text, ...parts].join('.')) : '';
}

/** The named members of an interface or a type literal; a method has a type without a name. */
export function typeMembersOf(walk: Walk, members: readonly ts.TypeElement[]): TypeMemberFact[] {
  const facts: TypeMemberFact[] = [];
  for (const member of members) {
    const name = member.name && typeMemberNameOf(member.name);
    if (name === undefined) continue;
    const annotation = compiler.isPropertySignature(member) ? member.type : undefined;
    const type = annotationOf(walk, annotation) ?? { name: '' };
    facts.push({ name, type, optional: member.questionToken !== undefined });
  }
  return facts;
}

function typeMemberNameOf(node: ts.PropertyName): string | undefined {
  if (!compiler.isComputedPropertyName(node)) return ownName(node.text);
  return compiler.isStringLiteralLike(node.expression) ? ownName(node.expression.text) : undefined;
}
