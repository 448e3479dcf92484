/** The places of a file where failures arrive: `catch` clauses, and functions that are handed to a promise's `catch`. */
import type { BindingId, BlockFact, BlockId, FunctionId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../contracts/program.js';
import type { Extent } from './code-events.js';

export interface CatchClause {
  /** The variable of the clause, or its keyword; the call of a promise's `catch`. */
  readonly value: ValueRef;
  readonly kind: 'clause' | 'promise';
  /** What was tried. */
  readonly tried: Extent;
  /** What is done about its failure. */
  readonly body: Extent;
  /** The end of the whole statement, `finally` included. */
  readonly end: number;
  /** How control leaves it. */
  readonly exit: BlockFact['exitKind'];
  /** It deals with another failure, or tidies up behind one. */
  readonly isWithinHandling: boolean;
  /** The function in which the attempt stands. */
  readonly function: FunctionId;
  /** The error's variable, or NONE. */
  readonly error: BindingId;
  /** A comment in it tells a reader something. */
  readonly explained: boolean;
}

const MEMO = new WeakMap<LinkedFile, readonly CatchClause[]>();

/** In source order. */
export function catchClausesOf(file: LinkedFile): readonly CatchClause[] {
  let clauses = MEMO.get(file);
  if (clauses === undefined) MEMO.set(file, (clauses = [...written(file), ...handed(file)].sort((a, b) => a.body.start - b.body.start)));
  return clauses;
}

function written(file: LinkedFile): CatchClause[] {
  const { blocks, bindings, values } = file.facts;
  const caught = new Map(values.flatMap((fact, id) => (fact.kind === 'caught' ? [[fact.try, id] as const] : [])));
  const last = new Map(blocks.flatMap((block) => (block.kind === 'finally' ? [[block.try, block.end] as const] : [])));
  const errors = new Map(bindings.flatMap((binding, id) => (binding.kind === 'catch' ? binding.writes.map((write) => [write.value, id] as const) : [])));
  return blocks.flatMap((block): CatchClause[] => {
    const id = block.kind === 'catch' ? caught.get(block.try) : undefined;
    if (id === undefined) return [];
    return [{ value: { file, id }, kind: 'clause', tried: blocks[block.try]!, body: { start: values[id]!.end, end: block.end }, end: last.get(block.try) ?? block.end, exit: block.exitKind, isWithinHandling: isHandling(file, block.parent), function: block.function, error: errors.get(id) ?? NONE, explained: block.explained === true }];
  });
}

function handed(file: LinkedFile): CatchClause[] {
  const { calls, values, functions, blocks } = file.facts;
  return calls.flatMap((id): CatchClause[] => {
    const call = values[id]!;
    const callee = call.kind === 'call' ? values[call.callee] : undefined;
    if (call.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'catch') return [];
    const handler = values[call.args[0] ?? NONE];
    if (handler?.kind !== 'function') return [];
    const fact = functions[handler.function]!;
    const body = blocks[fact.body]!;
    const promise = values[callee.object]!;
    return [{ value: { file, id }, kind: 'promise', tried: promise, body, end: call.end, exit: body.exitKind, isWithinHandling: isHandling(file, file.blockAt(call.start)), function: file.functionAt(call.start), error: fact.parameters[0]?.binding ?? NONE, explained: body.explained === true }];
  });
}

function isHandling(file: LinkedFile, block: BlockId): boolean {
  const { blocks } = file.facts;
  for (let id = block; id > 0 && blocks[id]!.kind !== 'function'; id = blocks[id]!.parent) if (blocks[id]!.kind === 'catch' || blocks[id]!.kind === 'finally') return true;
  return false;
}
