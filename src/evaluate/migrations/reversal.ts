/** How a migration in code is taken back. */
import { NONE } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program } from '../../contracts/program.js';
import { changeOf } from './changes.js';

/** See the values of `{ migration: true }`. */
export type Reversal = 'reversible' | 'empty' | 'missing' | 'irreversible' | 'explained' | 'rows-only' | 'one-way' | 'looser' | 'forward-only' | 'elsewhere';

/**
 * @param file a file of migrations
 * @returns how each class with a method `up`, or the module that exports one, is taken back, and the line of `down`, or of `up` without it
 */
export function reversalsOf(file: LinkedFile, program: Program): { reversal: Reversal; line: number }[] {
  const { functions } = file.facts;
  const named = (name: string) => functions.map((_fact, id) => id).filter((id) => id > 0 && functions[id]!.name === name && isOfFile(file, id));
  const ups = named('up');
  const downs = named('down');
  return ups.flatMap((id) => {
    const { class: owner } = functions[id]!;
    const ref = { file, id };
    if (doesNothing(ref, program)) return [];
    const down = downs.find((each) => functions[each]!.class === owner);
    const line = program.locationOf(file, functions[id]!.start, functions[id]!.end).line;
    const way = down === undefined ? withoutFunction(file, owner) : reversalBy({ file, id: down }, program);
    const change = way === 'missing' || way === 'empty' ? changeOf(ref, program) : 'tables';
    const reversal = change === 'tables' ? way : change;
    return [{ reversal, line: down === undefined ? line : program.locationOf(file, functions[down]!.start, functions[down]!.end).line }];
  });
}

/** Of the module, an object or a class; not inside another function. */
function isOfFile(file: LinkedFile, id: number): boolean {
  return file.facts.functions[id]!.parent <= 0;
}

/** `exports.down = false` says that there is no way back (node-pg-migrate); any other value is defined elsewhere. */
function withoutFunction(file: LinkedFile, owner: number): Reversal {
  const { classes, memberWrites, bindings, exports, values } = file.facts;
  if (owner !== NONE) return classes[owner]!.members.some(({ name }) => name === 'down') || classes[owner]!.superClass !== NONE && !extendsLibrary(file, owner) ? 'elsewhere' : 'missing';
  const written = [...memberWrites.filter(({ name }) => name === 'down').map(({ value }) => value), ...bindings.filter(({ name }) => name === 'down').flatMap(({ writes }) => writes.map(({ value }) => value))];
  const properties = values.flatMap((value) => (value.kind === 'object' ? value.properties.filter(({ name }) => name === 'down').map((property) => property.value) : []));
  const found = [...written, ...properties].filter((id) => id >= 0).map((id) => values[id]!);
  if (found.some((value) => value.kind === 'literal' && value.value === false)) return 'irreversible';
  return found.length > 0 || exports.some(({ name }) => name === 'down') ? 'elsewhere' : 'missing';
}

/** `extends Migration` where that is imported from a library; a base class of the program may have `down`. */
function extendsLibrary(file: LinkedFile, owner: number): boolean {
  const value = file.facts.values[file.facts.classes[owner]!.superClass];
  const binding = value?.kind === 'reference' ? value.binding : NONE;
  return file.facts.imports.some((each) => each.binding === binding && !each.specifier.startsWith('.'));
}

function reversalBy(ref: FunctionRef, program: Program): Reversal {
  if (program.functionFact(ref).throws.length > 0) return 'irreversible';
  if (!doesNothing(ref, program)) return 'reversible';
  const isExplained = ref.file.facts.blocks.some((block) => block.function === ref.id && block.kind === 'function' && block.explained === true);
  return isExplained || saysNo(ref) ? 'explained' : 'empty';
}

/** What it logs tells whoever runs it: "No rollback for this migration". */
function saysNo({ file, id }: FunctionRef): boolean {
  const { start, end } = file.facts.functions[id]!;
  const texts = file.valuesWithin(start, end).flatMap((inner) => {
    const value = file.facts.values[inner]!;
    if (value.kind === 'template') return [value.texts.join(' ')];
    return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
  });
  return texts.some((text) => /\b(?:no|not|nothing|cannot|can't|irreversible)\b/i.test(text));
}

/** What only tells, or settles a promise, changes nothing. */
const IDLE_CALL = /^(?:Promise\.resolve|console\.\w+|(?:this\.)?logger\.\w+|callback|cb|next|done)$/;

/** No call that may reach a database, and no statement as a tagged text. */
function doesNothing({ file, id }: FunctionRef, program: Program): boolean {
  const { start, end } = file.facts.functions[id]!;
  return !file.valuesWithin(start, end).some((inner) => {
    const value = file.facts.values[inner]!;
    if (value.kind === 'template') return value.tag >= 0;
    if (value.kind === 'yield') return value.operand >= 0;
    return value.kind === 'call' && !IDLE_CALL.test(program.describe({ file, id: value.callee }));
  });
}
