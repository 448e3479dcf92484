/** What a file imports and exports, its blocks, and what stands in comments. */
import type { BlockFact, ExportFact, FileFacts, ImportFact, MemberWriteFact, Offset, OperationFact, SchemaRemarkFact, SuppressionFact, SyntaxErrorFact } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import { readName } from './input.js';
import type { FactsInput } from './input.js';
import type { FactsOutput } from './output.js';
import { wordsOf } from './whole.js';
import type { Whole } from './whole.js';

const IMPORT_KINDS = wordsOf<ImportFact['kind']>({ named: true, default: true, namespace: true, 'side-effect': true, equals: true });
const EXPORT_KINDS = wordsOf<ExportFact['kind']>({ value: true, 're-export': true, star: true });
const BLOCK_KINDS = wordsOf<BlockFact['kind']>({ module: true, function: true, then: true, else: true, nullish: true, loop: true, case: true, try: true, catch: true, finally: true, block: true });
const EXITS = wordsOf<BlockFact['exitKind']>({ return: true, throw: true, break: true, continue: true, mixed: true, none: true });

/** Their lengths. */
export function writeLineStarts(to: FactsOutput, lineStarts: readonly Offset[]): void {
  to.counts.natural(lineStarts.length);
  let previous = 0;
  for (const start of lineStarts) {
    to.lines.natural(start - previous);
    previous = start;
  }
}

export function readLineStarts(from: FactsInput): Offset[] {
  const lineStarts: Offset[] = [];
  let start = 0;
  for (let rest = from.counts.natural(); rest > 0; rest -= 1) {
    start += from.lines.natural();
    lineStarts.push(start);
  }
  return lineStarts;
}

export function writeImports(to: FactsOutput, imports: readonly ImportFact[]): void {
  to.list(imports, (fact) => {
    to.text(fact.specifier);
    to.word(IMPORT_KINDS, fact.kind);
    to.text(fact.name);
    to.owner(fact.binding);
    to.flag(fact.typeOnly);
    to.place(fact.start);
  });
}

export function readImports(from: FactsInput): ImportFact[] {
  return from.list((): Whole<ImportFact> => ({ specifier: from.name(), kind: from.word(IMPORT_KINDS), name: from.name(), binding: from.owner(), typeOnly: from.flag(), start: from.place() }));
}

export function writeExports(to: FactsOutput, exports: readonly ExportFact[]): void {
  to.list(exports, (fact) => {
    to.word(EXPORT_KINDS, fact.kind);
    to.text(fact.name);
    to.owner(fact.binding);
    to.near(fact.value);
    to.text(fact.specifier);
    to.text(fact.imported);
    to.place(fact.start);
  });
}

export function readExports(from: FactsInput): ExportFact[] {
  return from.list((): Whole<ExportFact> => ({ kind: from.word(EXPORT_KINDS), name: from.name(), binding: from.owner(), value: from.near(), specifier: from.name(), imported: from.name(), start: from.place() }));
}

export function writeBlocks(to: FactsOutput, { blocks, values }: FileFacts): void {
  to.list(blocks, (fact) => {
    to.word(BLOCK_KINDS, fact.kind);
    to.near(fact.condition);
    if (fact.condition === NONE) to.place(fact.start);
    else to.placeBehind(fact.start, fact.condition, values.length);
    to.places.signed(fact.end - fact.start);
    to.owner(fact.parent);
    to.owner(fact.function);
    to.nearList(fact.cases);
    to.flag(fact.exits);
    to.word(EXITS, fact.exitKind);
    to.owner(fact.try);
    to.flag(fact.explained === true);
  });
}

export function readBlocks(from: FactsInput, values: FileFacts['values']): BlockFact[] {
  return from.list((): Whole<BlockFact> => {
    const kind = from.word(BLOCK_KINDS);
    const condition = from.near();
    const start = condition === NONE ? from.place() : from.placeBehind(condition, values.length);
    const end = start + from.places.signed();
    const parent = from.owner();
    const owner = from.owner();
    const cases = from.nearList();
    const exits = from.flag();
    const exitKind = from.word(EXITS);
    const of = from.owner();
    const explained = from.flag();
    return { kind, start, end, parent, function: owner, condition, cases, exits, exitKind, try: of, explained: explained || undefined };
  });
}

export function writeMemberWrites(to: FactsOutput, { memberWrites, values }: FileFacts): void {
  to.list(memberWrites, (fact) => {
    to.near(fact.object);
    to.text(fact.name);
    to.near(fact.index);
    to.near(fact.value);
    to.placeBehind(fact.at, fact.value, values.length);
  });
}

export function readMemberWrites(from: FactsInput, values: FileFacts['values']): MemberWriteFact[] {
  return from.list((): Whole<MemberWriteFact> => {
    const object = from.near();
    const name = from.text();
    const index = from.near();
    const value = from.near();
    return { object, name, index, value, at: from.placeBehind(value, values.length) };
  });
}

/** Suppressions, syntax errors, and what comments describe. */
export function writeRemarks(to: FactsOutput, { suppressions, syntaxErrors, operations, saidOpen, schemaRemarks }: FileFacts): void {
  to.list(suppressions, ({ line, ids, reason }) => {
    to.counts.natural(line);
    to.list(ids, (id) => to.text(id));
    to.text(reason);
  });
  to.list(syntaxErrors, ({ message, start }) => {
    to.text(message);
    to.place(start);
  });
  to.flag(operations !== undefined);
  to.list(operations ?? [], ({ method, path, start }) => {
    to.text(method);
    to.text(path);
    to.place(start);
  });
  to.flag(saidOpen !== undefined);
  to.list(saidOpen ?? [], (start) => to.place(start));
  to.flag(schemaRemarks !== undefined);
  to.list(schemaRemarks ?? [], ({ says, at, below }) => {
    to.flag(says === 'view');
    to.place(at);
    to.place(below);
  });
}

export function readRemarks(from: FactsInput): Pick<Whole<FileFacts>, 'suppressions' | 'syntaxErrors' | 'operations' | 'saidOpen' | 'schemaRemarks'> {
  const suppressions = from.list((): Whole<SuppressionFact> => ({ line: from.counts.natural(), ids: from.list(readName), reason: from.name() }));
  const syntaxErrors = from.list((): Whole<SyntaxErrorFact> => ({ message: from.name(), start: from.place() }));
  const hasOperations = from.flag();
  const operations = from.list((): Whole<OperationFact> => ({ method: from.name(), path: from.name(), start: from.place() }));
  const hasOpen = from.flag();
  const saidOpen = from.list(() => from.place());
  const hasRemarks = from.flag();
  const schemaRemarks = from.list((): Whole<SchemaRemarkFact> => ({ says: from.flag() ? 'view' : 'no-references', at: from.place(), below: from.place() }));
  return { suppressions, syntaxErrors, operations: hasOperations ? operations : undefined, saidOpen: hasOpen ? saidOpen : undefined, schemaRemarks: hasRemarks ? schemaRemarks : undefined };
}
