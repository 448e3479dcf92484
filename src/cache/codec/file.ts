/** The facts of one file: values first, because other facts are told by the places of values. */
import type { FileFacts, ValueFact, ValueId } from '../../contracts/facts.js';
import { readBindings, readClasses, readFunctions, readTypeDeclarations, usesOf, writeBindings, writeClasses, writeFunctions, writeTypeDeclarations } from './declarations.js';
import { readName } from './input.js';
import type { FactsInput } from './input.js';
import { readBlocks, readExports, readImports, readLineStarts, readMemberWrites, readRemarks, writeBlocks, writeExports, writeImports, writeLineStarts, writeMemberWrites, writeRemarks } from './modules.js';
import { operators } from './operators.js';
import type { FactsOutput } from './output.js';
import { structures } from './structures.js';
import { leaves } from './values.js';
import type { Kind, ValueCodec } from './values.js';
import type { Whole } from './whole.js';

const CODECS: { [K in Kind]: ValueCodec<K> } = { ...leaves, ...operators, ...structures };
/** By number. The order is part of the format. */
const KINDS = Object.keys(CODECS) as Kind[];
const NUMBER_OF = new Map(KINDS.map((kind, number) => [kind, number]));
const READERS = KINDS.map((kind) => CODECS[kind].read as ValueCodec<Kind>['read']);
const WRITERS = KINDS.map((kind) => CODECS[kind].write as ValueCodec<Kind>['write']);

/** The path is not written: it is that of the file for which the facts are read. */
export function writeFacts(to: FactsOutput, facts: FileFacts): void {
  const { values } = facts;
  to.beginFile(facts);
  to.counts.natural(values.length);
  for (let id = 0; id < values.length; id += 1) {
    const number = NUMBER_OF.get(values[id]!.kind)!;
    to.kinds.natural(number);
    WRITERS[number]!(to, values[id]!, id);
  }
  writeCalls(to, facts);
  writeLineStarts(to, facts.lineStarts);
  to.list(facts.directives, (directive) => to.text(directive));
  writeImports(to, facts.imports);
  writeExports(to, facts.exports);
  writeBindings(to, facts, usesOf(values, facts.bindings.length));
  writeFunctions(to, facts);
  writeClasses(to, facts);
  writeTypeDeclarations(to, facts.types);
  writeBlocks(to, facts);
  writeMemberWrites(to, facts);
  writeRemarks(to, facts);
}

export function readFacts(from: FactsInput, path: string): FileFacts {
  const values: ValueFact[] = [];
  from.beginFile(values);
  const count = from.counts.natural();
  for (let id = 0; id < count; id += 1) values.push(READERS[from.kinds.natural()]!(from, id));
  const calls = readCalls(from, values);
  const facts: Whole<Omit<FileFacts, 'suppressions' | 'syntaxErrors' | 'operations' | 'saidOpen' | 'schemaRemarks'>> = {
    path,
    values,
    calls,
    lineStarts: readLineStarts(from),
    directives: from.list(readName),
    imports: readImports(from),
    exports: readExports(from),
    bindings: readBindings(from, values, usesOf(values, from.bindingNames.length)),
    functions: readFunctions(from, values),
    classes: readClasses(from, values),
    types: readTypeDeclarations(from),
    blocks: readBlocks(from, values),
    memberWrites: readMemberWrites(from, values),
  };
  return { ...facts, ...readRemarks(from) };
}

/** Mostly those of the graph, in source order. */
function writeCalls(to: FactsOutput, { calls, values }: FileFacts): void {
  const expected = callsOf(values);
  const isExpected = calls.length === expected.length && calls.every((call, index) => call === expected[index]);
  to.flag(isExpected);
  if (!isExpected) to.nearList(calls);
}

function readCalls(from: FactsInput, values: readonly ValueFact[]): ValueId[] {
  return from.flag() ? callsOf(values) : from.nearList();
}

function callsOf(values: readonly ValueFact[]): ValueId[] {
  const calls: ValueId[] = [];
  for (const [id, fact] of values.entries()) if (fact.kind === 'call') calls.push(id);
  return calls.sort((left, right) => values[left]!.start - values[right]!.start || values[left]!.end - values[right]!.end);
}
