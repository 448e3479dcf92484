import type { ts } from 'ts-morph';
import type { BlockId, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { BREAKS, closeBlock, COMPLETES, openBlock, THROWS, type BlockReason, type Completion } from './blocks.js';
import { compiler } from './compiler.js';
import { isExplained } from './explanations.js';
import { visitExpression } from './expressions.js';
import { bindPattern } from './patterns.js';
import { visitStatements } from './statements.js';
import type { Walk } from './walk.js';

/** Adds `switch`: a block for the statements of each clause, with the values that lead there. */
export function visitSwitch(walk: Walk, node: ts.SwitchStatement): Completion {
  const condition = visitExpression(walk, node.expression);
  const outer = walk.enterScope();
  let hasDefault = false;
  let all: Completion = 0;
  let last = COMPLETES;
  let arriving: ValueId[] | null = [];
  for (const clause of node.caseBlock.clauses) {
    if (compiler.isDefaultClause(clause)) {
      hasDefault = true;
      arriving = null;
    } else {
      const value = visitExpression(walk, clause.expression);
      arriving?.push(value);
    }
    last = visitClause(walk, clause, condition, arriving ?? []);
    all |= last;
    if (!(last & COMPLETES)) arriving = [];
    else if (arriving) arriving = [...arriving];
  }
  walk.scope = outer;
  const goesOn = !hasDefault || (last & COMPLETES) !== 0 || (all & BREAKS) !== 0;
  return (all & ~(BREAKS | COMPLETES)) | (goesOn ? COMPLETES : 0);
}

/** A clause without statements has no block: it only leads to the next. */
function visitClause(walk: Walk, clause: ts.CaseOrDefaultClause, condition: ValueId, cases: ValueId[]): Completion {
  const [first] = clause.statements;
  if (!first) return COMPLETES;
  const block = openBlock(walk, { kind: 'case', condition, cases }, walk.startOf(first), clause.end);
  const completion = visitStatements(walk, clause.statements);
  closeBlock(walk, block, completion);
  return completion;
}

/** Adds `try` with its `catch` and `finally`. */
export function visitTry(walk: Walk, node: ts.TryStatement): Completion {
  const tryBlock = walk.facts.blocks.length;
  let completion = visitRegion(walk, node.tryBlock, { kind: 'try' });
  if (node.catchClause) completion = (completion & ~THROWS) | visitCatch(walk, node.catchClause, tryBlock);
  if (!node.finallyBlock) return completion;
  const last = visitRegion(walk, node.finallyBlock, { kind: 'finally', try: tryBlock });
  return last & COMPLETES ? completion | (last & ~COMPLETES) : last;
}

/** The block of a `catch` reaches from its keyword, so that its pattern stands in it too. */
function visitCatch(walk: Walk, node: ts.CatchClause, tryBlock: BlockId): Completion {
  const outer = walk.enterScope();
  const block = openBlock(walk, { kind: 'catch', try: tryBlock }, walk.startOf(node), node.end);
  if (isExplained(walk, node.block)) walk.facts.blocks[block]!.explained = true;
  const variable = node.variableDeclaration;
  const start = walk.startOf(variable ?? node);
  const end = variable?.end ?? start + 'catch'.length;
  const caught = walk.add({ kind: 'caught', try: tryBlock, start, end });
  if (variable) {
    bindPattern(walk, variable.name, caught, { kind: 'catch', at: end, exported: false });
  }
  const completion = visitStatements(walk, node.block.statements);
  closeBlock(walk, block, completion);
  walk.scope = outer;
  return completion;
}

function visitRegion(walk: Walk, node: ts.Block, reason: BlockReason): Completion {
  const outer = walk.enterScope();
  const block = openBlock(walk, { condition: NONE, ...reason }, walk.startOf(node), node.end);
  const completion = visitStatements(walk, node.statements);
  closeBlock(walk, block, completion);
  walk.scope = outer;
  return completion;
}
