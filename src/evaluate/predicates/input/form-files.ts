/** `upload.form-*`: files in a form that a handler takes apart by itself: `(await request.formData()).get('file')`. */
import type { FunctionRef, Program, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO } from '../../answer.js';
import { callsIn, functionAround, reachedFunctions } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** Calls deep, into functions that are handed the file. */
const DEPTH = 2;
const MAXIMUM_STEPS = 4;
/** What only files have. */
const FILE_CONTENT = /^(?:arrayBuffer|stream|bytes)$/;
const FILE_NAMES = /file|image|photo|picture|avatar|upload|document|attachment|media|logo|blob/i;
const IS_FILE = /^global:(?:File|Blob)#$/;
const SIZE = /^(?:size|byteLength)$/;

/** `upload.form-takes-file`: the content of something in the form is read. */
export const formTakesFile: Predicate = (site, _operand, { program }) => (site.value === null ? NO : answerOf(handlersOf(site.value, program).some((ref) => readsFile(ref, program))));

/** `upload.form-size-checked`: where the form is taken apart, a size is compared. */
export const formSizeChecked: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const files = new Set([site.value.file, ...handlersOf(site.value, program).map(({ file }) => file)]);
  return answerOf([...files].some((file) => file.valuesOfKind('member').some((id) => isCompared({ file, id }, program)) || file.valuesOfKind('literal').some((id) => isLengthHeader({ file, id }, program))));
};

/** `upload.size-refused-later`: the method that an interceptor stands on, or what its parameters are piped through, refuses files by their size. */
export const sizeRefusedLater: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const { file } = value;
  const { start } = file.facts.values[value.id]!;
  // Decorators stand before the method that they are on.
  const method = file.facts.functions.filter((each) => each.kind === 'method' && each.start >= start - DECORATORS && each.end > start).sort((a, b) => a.end - b.end)[0];
  const checks = program.sitesOf('upload.size.check').filter((site) => site.value.file === file).map((site) => file.facts.values[site.value.id]!.start);
  return answerOf(method !== undefined && checks.some((at) => at >= start && at < method.end));
};

/** Characters that decorators of one method may take. */
const DECORATORS = 2_000;

function handlersOf(value: ValueRef, program: Program): readonly FunctionRef[] {
  return reachedFunctions(program, [functionAround(value)], DEPTH);
}

function readsFile(ref: FunctionRef, program: Program): boolean {
  const { file } = ref;
  return callsIn(ref).some((id) => {
    const fact = file.facts.values[id];
    const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    return callee?.kind === 'member' && FILE_CONTENT.test(callee.name ?? '') && isFile({ file, id: callee.object }, program);
  });
}

/** `form.get('photo')`, `body['photo']`, or something that is called a file. */
function isFile(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  if (fact.kind === 'cast' || fact.kind === 'await') return isFile({ file: ref.file, id: fact.operand }, program);
  if (FILE_NAMES.test(writtenName(fact) ?? '') || program.apiPaths(ref).some((path) => IS_FILE.test(path))) return true;
  return program.sourcesOf(ref).some((source) => {
    const made = program.fact(source);
    const callee = made.kind === 'call' ? program.fact({ file: source.file, id: made.callee }) : null;
    return callee?.kind === 'member' && /^(?:get|getAll)$/.test(callee.name ?? '') && program.rolesAt(source).some(({ role }) => role === 'request.form');
  });
}

/** `file.size > MAXIMUM`, `file.size <= 5e6` in a schema's own check. */
function isCompared(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  return fact.kind === 'member' && SIZE.test(fact.name ?? '') && standsInComparison(ref, program);
}

/** `Number(request.headers.get('content-length')) > MAXIMUM` */
function isLengthHeader(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  return fact.kind === 'literal' && /^content-length$/i.test(String(fact.value));
}

function standsInComparison({ file, id }: ValueRef, program: Program): boolean {
  for (let parent = file.parentOf(id), step = 0; parent >= 0 && step < MAXIMUM_STEPS; parent = file.parentOf(parent), step += 1) {
    const fact = program.fact({ file, id: parent });
    if (fact.kind === 'binary') return /^[<>]=?$/.test(fact.operator);
  }
  return false;
}
