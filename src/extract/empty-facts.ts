import type { BlockFact, FileFacts, FunctionFact, Offset } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { lineStartsOf } from './positions.js';

/** Facts of a file of which nothing is known but its text: the module body and its block. */
export function emptyFacts(path: string, text: string): FileFacts {
  return {
    path,
    lineStarts: lineStartsOf(text),
    directives: [],
    imports: [],
    exports: [],
    bindings: [],
    functions: [moduleBody(text.length)],
    classes: [],
    types: [],
    blocks: [moduleBlock(text.length)],
    values: [],
    calls: [],
    memberWrites: [],
    suppressions: [],
    syntaxErrors: [],
  };
}

function moduleBody(end: Offset): FunctionFact {
  return {
    name: '',
    kind: 'module',
    start: 0,
    end,
    body: 0,
    parent: NONE,
    class: NONE,
    isStatic: false,
    isAsync: false,
    isGenerator: false,
    parameters: [],
    returns: [],
    throws: [],
    decorators: [],
    directives: [],
  };
}

function moduleBlock(end: Offset): BlockFact {
  const state = { exits: false, exitKind: 'none' as const, try: NONE };
  return { kind: 'module', start: 0, end, parent: NONE, function: 0, condition: NONE, cases: [], ...state };
}
