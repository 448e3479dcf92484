/** Records that are read, get a longer list in one of their columns, and are saved whole: `contact.notes.push(note); await contacts.save(contact)`. */
import { NONE } from '../../../contracts/facts.js';
import type { BindingId, ValueId } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { functionAround } from '../../reach/reach.js';
import { grownFrom } from './rewritten-lists.js';

export interface SavedLonger {
  /** The column. */
  name: string;
  /** Where its list is made longer. */
  at: ValueRef;
}

/** Methods that read a record. */
const READS = /^(?:find|get|load|fetch|query)/i;

const SAVES: ReadonlySet<string> = new Set(['record.save', 'record.save-again', 'orm.write']);

/** @param call saves a record: `repository.save(record)`, `record.save()` */
export function savedLonger(call: ValueRef, program: Program): SavedLonger | null {
  const { file } = call;
  const record = recordSaved(call, program);
  if (record === null || !isRead(record, file)) return null;
  const { start, end } = program.functionFact(functionAround(call));
  const isHere = (at: number) => at >= start && at <= end && at < program.fact(call).start;
  return pushedTo(record, file, isHere, program) ?? assignedTo(record, file, isHere, program);
}

function recordSaved({ file, id }: ValueRef, program: Program): { binding: BindingId; pushes: boolean } | null {
  const { values } = file.facts;
  const call = values[id]!;
  const callee = call.kind === 'call' ? values[call.callee]! : undefined;
  const site = program.rolesAt({ file, id }).find(({ role }) => SAVES.has(role));
  if (call.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'save' || site === undefined) return null;
  const saved = values[site.role === 'orm.write' ? (call.args[0] ?? NONE) : callee.object];
  // Mongoose sends a `push` as `$push`, and Sequelize does not see it at all.
  return saved?.kind === 'reference' && saved.binding !== NONE ? { binding: saved.binding, pushes: site.role === 'orm.write' } : null;
}

type Saved = { binding: BindingId; pushes: boolean };

/** It was read by this function: `const contact = await contacts.findOneBy({ id })`. */
function isRead({ binding }: Saved, file: LinkedFile): boolean {
  const { values, bindings } = file.facts;
  return bindings[binding]!.writes.some(({ value }) => {
    let id: ValueId = value;
    for (let fact = values[id]; fact?.kind === 'await' || fact?.kind === 'cast' || fact?.kind === 'logical'; fact = values[id]) id = fact.kind === 'logical' ? fact.left : fact.operand;
    const call = values[id];
    const callee = call?.kind === 'call' ? values[call.callee]! : undefined;
    return callee?.kind === 'member' && READS.test(callee.name ?? '');
  });
}

/** `contact.notes.push(note)` of a list that is a column. */
function pushedTo({ binding, pushes }: Saved, file: LinkedFile, isHere: (at: number) => boolean, program: Program): SavedLonger | null {
  const { values, calls } = file.facts;
  for (const id of pushes ? calls : []) {
    const call = values[id]!;
    const callee = call.kind === 'call' && isHere(call.start) ? values[call.callee]! : undefined;
    const list = callee?.kind === 'member' && /^(?:push|unshift)$/.test(callee.name ?? '') ? values[callee.object]! : undefined;
    const owner = list?.kind === 'member' ? values[list.object]! : undefined;
    if (list?.kind === 'member' && list.name !== null && owner?.kind === 'reference' && owner.binding === binding && isColumn(list.name, program)) return { name: list.name, at: { file, id } };
  }
  return null;
}

/** `post.comments = [...post.comments, comment]` */
function assignedTo({ binding }: Saved, file: LinkedFile, isHere: (at: number) => boolean, program: Program): SavedLonger | null {
  const { values, memberWrites } = file.facts;
  for (const { object, name, value, at } of memberWrites) {
    const owner = values[object]!;
    if (name === null || owner.kind !== 'reference' || owner.binding !== binding || !isHere(at)) continue;
    if (grownFrom({ file, id: value }, program, 0) === name && isColumn(name, program)) return { name, at: { file, id: value } };
  }
  return null;
}

/** A model declares a column of this name that is no other table. */
function isColumn(name: string, program: Program): boolean {
  const columns = program.entities.flatMap((entity) => entity.columns.filter((column) => column.name === name));
  return columns.length > 0 && columns.every(({ isRelation }) => !isRelation);
}
