import type { ts } from 'ts-morph';
import type { BlockId, BlockKind, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { assignTo } from './assignments.js';
import { BREAKS, closeBlock, COMPLETES, CONTINUES, openBlock, type Completion } from './blocks.js';
import { compiler } from './compiler.js';
import { visitVariableList } from './declarations.js';
import { visitExpression } from './expressions.js';
import { bindPattern } from './patterns.js';
import { visitStatement, visitStatements } from './statements.js';
import type { Walk } from './walk.js';
import { withoutWrappers } from './wrappers.js';

const { SyntaxKind } = compiler;

/** Visits the body of a branch or loop as a block of its own, with or without braces around it. */
export function visitGuarded(walk: Walk, node: ts.Statement, kind: BlockKind, condition: ValueId): Completion {
  const outer = walk.enterScope();
  const block = openBlock(walk, { kind, condition }, walk.startOf(node), node.end);
  const completion = compiler.isBlock(node) ? visitStatements(walk, node.statements) : visitStatement(walk, node);
  closeBlock(walk, block, completion);
  walk.scope = outer;
  return completion;
}

/** Adds `if`; it exits only if both its branches do. Chains of `else if` grow long, so they are walked in a loop. */
export function visitIf(walk: Walk, node: ts.IfStatement): Completion {
  const open: { block: BlockId; whenTrue: Completion }[] = [];
  let current = node;
  let condition = visitExpression(walk, current.expression);
  let whenTrue = visitGuarded(walk, current.thenStatement, 'then', condition);
  while (current.elseStatement && compiler.isIfStatement(current.elseStatement)) {
    current = current.elseStatement;
    open.push({ block: openBlock(walk, { kind: 'else', condition }, walk.startOf(current), current.end), whenTrue });
    condition = visitExpression(walk, current.expression);
    whenTrue = visitGuarded(walk, current.thenStatement, 'then', condition);
  }
  let completion = current.elseStatement ? visitGuarded(walk, current.elseStatement, 'else', condition) : COMPLETES;
  completion |= whenTrue;
  for (const outer of open.reverse()) {
    closeBlock(walk, outer.block, completion);
    completion |= outer.whenTrue;
  }
  return completion;
}

export function visitWhile(walk: Walk, node: ts.WhileStatement): Completion {
  const condition = visitExpression(walk, node.expression);
  const body = visitGuarded(walk, node.statement, 'loop', condition);
  return behindLoop(body, node.expression);
}

/** The test of `do … while` stands behind the body, but the block wants it: it is filled in afterwards. */
export function visitDo(walk: Walk, node: ts.DoStatement): Completion {
  const block = walk.facts.blocks.length;
  const body = visitGuarded(walk, node.statement, 'loop', NONE);
  walk.facts.blocks[block]!.condition = visitExpression(walk, node.expression);
  const reachesTest = (body & (COMPLETES | CONTINUES)) !== 0;
  if (reachesTest) return behindLoop(body, node.expression);
  return withoutLoopJumps(body) | (body & BREAKS ? COMPLETES : 0);
}

export function visitFor(walk: Walk, node: ts.ForStatement): Completion {
  const outer = walk.enterScope();
  if (node.initializer && compiler.isVariableDeclarationList(node.initializer)) visitVariableList(walk, node.initializer);
  else if (node.initializer) visitExpression(walk, node.initializer);
  const condition = node.condition ? visitExpression(walk, node.condition) : NONE;
  if (node.incrementor) visitExpression(walk, node.incrementor);
  const body = visitGuarded(walk, node.statement, 'loop', condition);
  walk.scope = outer;
  return behindLoop(body, node.condition);
}

/** Adds `for … of` and `for … in`: the variable is written with an element of what is iterated. */
export function visitForEach(walk: Walk, node: ts.ForInOrOfStatement): Completion {
  const outer = walk.enterScope();
  const of = visitExpression(walk, node.expression);
  const { initializer } = node;
  const [start, end] = [walk.startOf(initializer), initializer.end];
  const element = walk.add({ kind: 'element', of, key: compiler.isForInStatement(node), start, end });
  const at = node.expression.end;
  if (!compiler.isVariableDeclarationList(initializer)) assignTo(walk, initializer, element, at);
  else {
    const kind = variableKindOf(initializer);
    for (const { name } of initializer.declarations) bindPattern(walk, name, element, { kind, at, exported: false });
  }
  const body = visitGuarded(walk, node.statement, 'loop', of);
  walk.scope = outer;
  return withoutLoopJumps(body) | COMPLETES;
}

/** Is it `using` or `await using`? */
export function isDisposing(list: ts.VariableDeclarationList): boolean {
  return (list.flags & compiler.NodeFlags.Using) !== 0;
}

/** `using` and `await using` bind like `const`. */
export function variableKindOf(list: ts.VariableDeclarationList): 'const' | 'let' | 'var' {
  const flags = list.flags & compiler.NodeFlags.BlockScoped;
  if (flags === 0) return 'var';
  return flags === compiler.NodeFlags.Let ? 'let' : 'const';
}

/** Behind a loop that never ends by its test, control arrives by `break` only. */
function behindLoop(body: Completion, test: ts.Expression | undefined): Completion {
  const isEndless = !test || withoutWrappers(test).kind === SyntaxKind.TrueKeyword;
  return withoutLoopJumps(body) | (isEndless && !(body & BREAKS) ? 0 : COMPLETES);
}

function withoutLoopJumps(body: Completion): Completion {
  return body & ~(BREAKS | CONTINUES | COMPLETES);
}
