import type { ts } from 'ts-morph';
import type { Offset, ValueId } from '../contracts/facts.js';
import { compiler } from './compiler.js';
import { visitExpression } from './expressions.js';
import { skipTrivia } from './positions.js';
import type { Walk } from './walk.js';

/** Adds the expressions of a node's decorators, in source order. */
export function visitDecorators(walk: Walk, node: ts.Node): ValueId[] {
  const values: ValueId[] = [];
  for (const modifier of modifiersOf(node)) {
    if (compiler.isDecorator(modifier)) values.push(visitExpression(walk, modifier.expression));
  }
  return values;
}

/** Where a declaration begins, without the decorators before it. */
export function startBehindDecorators(walk: Walk, node: ts.Node): Offset {
  let pos = node.pos;
  for (const modifier of modifiersOf(node)) {
    if (!compiler.isDecorator(modifier)) break;
    pos = modifier.end;
  }
  return skipTrivia(walk.file.text, pos, node.end);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  for (const modifier of modifiersOf(node)) if (modifier.kind === kind) return true;
  return false;
}

const NO_MODIFIERS: readonly ts.ModifierLike[] = [];

function modifiersOf(node: ts.Node): readonly ts.ModifierLike[] {
  return (node as { modifiers?: ts.NodeArray<ts.ModifierLike> }).modifiers ?? NO_MODIFIERS;
}
