/** `files.*`: whether files of requests stay on the disk of one machine. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** Words of directories and variables for what is there for a moment, or is made again. */
const PASSING: ReadonlySet<string> = new Set(['tmp', 'temp', 'tmpdir', 'temporary', 'mkdtemp', 'scratch', 'cache', 'cached', 'log', 'logs', 'null']);
/** What holds the path of a file that came with a request. */
const RECEIVED = /(?:^|\.|\b)(?:files?|uploads?|uploaded\w*|req|request|image|photo|avatar|attachment|document|media|tmp\w*|temp\w*)(?:\b|\.|\[|$)|(?:file|temp|tmp|upload)_?(?:path|name)/i;
/** The path of such a file itself, as upload libraries and those who write for them call it. */
const ARRIVED = /\.(?:path|filepath|tempFilePath)$|(?:^|\.)(?:temp|tmp|upload|uploaded|original|incoming)_?(?:file)?_?(?:path|name)$/i;
const MAXIMUM_DEPTH = 4;

/** The directory or path is one for passing things, by its text or by the names it is made of. */
export const temporary: Predicate = ({ role }, operand, { program }) => {
  const value = role === null ? null : program.argument(role, typeof operand === 'string' ? operand : 'directory');
  return value === null ? NO : answerOf(says(value, PASSING, program, 0));
};

/** What is written stands in a module that sends mails and answers no request: a copy of a mail. */
export const ofMails: Predicate = ({ value }, _operand, { program }) => {
  if (value === null || program.routes.some((route) => route.value.file === value.file)) return NO;
  const sending = program.sitesOf('service.call').find(({ value: call, entry }) => call.file === value.file && entry.attributes['sends'] === 'message') ?? program.sitesOf('network.connect').find((site) => site.value.file === value.file && site.path.startsWith('nodemailer'));
  return answerOf(sending !== undefined);
};

/** @param operand `{ argument, words }`: the text of the argument, or a name that it is made of, has one of the words. */
export const named: Predicate = ({ role }, operand, { program }) => {
  const { argument, words } = operand as { argument: string; words: string[] };
  const value = role === null ? null : program.argument(role, argument);
  return value === null ? NO : answerOf(says(value, new Set(words), program, 0));
};

function says(ref: ValueRef, words: ReadonlySet<string>, program: Program, depth: number): boolean {
  if (depth > MAXIMUM_DEPTH) return false;
  const { file } = ref;
  const { start, end } = program.fact(ref);
  return file.valuesWithin(start, end).some((id) => {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'literal') return typeof fact.value === 'string' && hasWord(fact.value, words);
    if (fact.kind === 'template') return fact.texts.some((text) => hasWord(text, words));
    if (fact.kind !== 'reference' && fact.kind !== 'member') return false;
    if (hasWord(fact.name ?? '', words)) return true;
    return program.sourcesOf({ file, id }).some((source) => (source.file !== file || source.id !== id) && !inside(source, ref, program) && says(source, words, program, depth + 1));
  });
}

function inside(value: ValueRef, around: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  const outer = program.fact(around);
  return value.file === around.file && fact.start >= outer.start && fact.end <= outer.end;
}

function hasWord(text: string, words: ReadonlySet<string>): boolean {
  return splitWords(text).some((word) => words.has(word));
}

const REMOVES = new WeakMap<Evaluation, ValueRef | null>();

/** Something of the package removes files that came with requests, or files of such names: they may be there for a moment only. */
export const removed: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  let found = REMOVES.get(evaluation);
  if (found === undefined) {
    const site = evaluation.roleSites(['file.delete'], 'own').find((each) => RECEIVED.test(textOf(program.argument(each, 'path'), program)));
    REMOVES.set(evaluation, (found = site?.value ?? null));
  }
  return found === null ? NO : unknown('whether files stay after the request', { related: [{ location: program.location(found), text: program.describe(found) }] });
};

function textOf(value: ValueRef | null, program: Program): string {
  return value === null ? '' : program.describe(value);
}

/** What is moved or copied came with a request, by its name. */
export const received: Predicate = ({ role }, _operand, { program }) => answerOf(role !== null && ARRIVED.test(textOf(program.argument(role, 'path'), program)));

/** What is written was sent with a request. */
export const sent: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null) return NO;
  const fact = program.fact(value);
  if (fact.kind !== 'call') return NO;
  const given = [...fact.args, ...pipedInto(value)];
  const origins = given.flatMap((id) => program.trace({ file: value.file, id }, { sink: 'origin' }).origins);
  const found = origins.find(({ kind, confidence }) => kind === 'request' && confidence !== 'low');
  return found === undefined ? NO : yes({ reason: `it writes ${found.detail}`, steps: found.steps });
};

/** Words of directories for what people fetch later. */
const KEPT_FOR_LATER: ReadonlySet<string> = new Set(['exports', 'export', 'reports', 'report', 'invoices', 'invoice', 'receipts', 'receipt', 'generated', 'uploads', 'upload', 'downloads', 'public', 'documents', 'pdf', 'pdfs', 'storage', 'media', 'statements', 'certificates']);

/** What is written is made of what a datastore holds, and the path says that it is kept for later. */
export const generated: Predicate = ({ value, role }, _operand, { program }) => {
  const path = role === null ? null : program.argument(role, 'path');
  const fact = value === null ? null : program.fact(value);
  if (value === null || path === null || fact?.kind !== 'call' || !says(path, KEPT_FOR_LATER, program, 0)) return NO;
  const origins = fact.args.slice(1).flatMap((id) => program.trace({ file: value.file, id }, { sink: 'origin' }).origins);
  const found = origins.find(({ kind, confidence }) => kind === 'datastore' && confidence !== 'low');
  return found === undefined ? NO : yes({ reason: `it writes ${found.detail}`, steps: found.steps });
};

/** `pipeline(part.file, createWriteStream(…))`, `file.pipe(createWriteStream(…))`: what goes into a stream that is opened on the spot. */
function pipedInto({ file, id }: ValueRef): number[] {
  const call = file.facts.values[file.parentOf(id)];
  const callee = call?.kind === 'call' ? file.facts.values[call.callee] : undefined;
  const name = callee?.kind === 'member' || callee?.kind === 'reference' ? (callee.name ?? '') : '';
  if (call?.kind !== 'call') return [];
  if (name === 'pipe' && callee?.kind === 'member') return [callee.object];
  return /^(?:pipeline|pump)$/i.test(name) ? call.args.filter((argument) => argument !== id).slice(0, 1) : [];
}
