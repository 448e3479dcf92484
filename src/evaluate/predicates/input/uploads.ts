/** `upload.*`: which files an upload accepts. */
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { functionsAt, keyOf, reachedFunctions } from '../../reach/reach.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

type Acceptance = 'listed' | 'prefix' | 'extension' | 'anything' | 'unknown';
const ACCEPTANCES: readonly Acceptance[] = ['listed', 'prefix', 'extension', 'anything'];

const TYPE_NAME = /^mime_?type$/i;
const FILE_NAME = /^(?:originalname|originalFilename|extname|filename)$/;
/** `image/png`, and patterns such as `^image\/(png|jpeg)$`. */
const SUBTYPE = /[a-z]+\\?\/(?:\(?[a-z0-9.+\\-]+|\[)/i;
const PREFIX = /^(?:\^|\/)?(?:image|video|audio|text|application)(?:\\?\/)?(?:\.[*+]|\*)?\$?$/i;

/** `upload.accepts`: the filter goes by a list of types (`listed`), by their first half (`prefix`), by the file's name (`extension`), or by nothing (`anything`). */
export const uploadAccepts: Predicate = (site, operand, { program }) => {
  const wanted = ACCEPTANCES.find((each) => each === operand);
  if (wanted === undefined) throw new Error(`upload.accepts takes one of ${ACCEPTANCES.join(', ')}`);
  const filter = site.role === null ? null : program.argument(site.role, 'filter');
  if (filter === null) return NO;
  const functions = functionsAt(filter, program);
  const acceptance = functions.length === 0 ? 'unknown' : acceptanceOf(functions, program);
  return acceptance === 'unknown' ? unknown('which files the filter accepts') : answerOf(acceptance === wanted);
};

function acceptanceOf(functions: readonly FunctionRef[], program: Program): Acceptance {
  const facts = reachedFunctions(program, functions, 2).flatMap((ref) => valuesIn(ref));
  const has = (pattern: RegExp) => facts.some((ref) => pattern.test(nameAt(ref)));
  const texts = facts.flatMap((ref) => textsAt(ref, program));
  if (functions.every((ref) => acceptsAlways(ref))) return 'anything';
  if (has(TYPE_NAME)) {
    if (texts.some((text) => SUBTYPE.test(text) && !PREFIX.test(text)) || facts.some((ref) => isLookup(ref, program))) return 'listed';
    return texts.some((text) => PREFIX.test(text)) ? 'prefix' : 'unknown';
  }
  return has(FILE_NAME) ? 'extension' : 'unknown';
}

function valuesIn({ file, id }: FunctionRef): ValueRef[] {
  const { start, end } = file.facts.functions[id]!;
  return file.valuesWithin(start, end).map((inner) => ({ file, id: inner }));
}

function nameAt({ file, id }: ValueRef): string {
  const fact = file.facts.values[id]!;
  return writtenName(fact) ?? '';
}

/** What is written there, or in what a name there stands for: the elements of a list, the pattern of an expression. */
function textsAt(ref: ValueRef, program: Program): string[] {
  const fact = program.fact(ref);
  if (fact.kind === 'literal') return [String(fact.value)];
  if (fact.kind !== 'reference') return [];
  return program.sourcesOf(ref).flatMap((source) => {
    const held = program.fact(source);
    if (held.kind === 'literal') return [String(held.value)];
    const elements = held.kind === 'array' ? held.elements : held.kind === 'call' ? held.args : held.kind === 'object' ? [] : [];
    return elements.flatMap((id) => textsAt({ file: source.file, id }, program));
  });
}

/** `ALLOWED.includes(file.mimetype)`, `types.has(…)`, `EXTENSIONS[file.mimetype]` with a list that is not written here. */
function isLookup(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  const isType = (id: number) => id >= 0 && TYPE_NAME.test(nameAt({ file: ref.file, id }));
  if (fact.kind === 'member') return isType(fact.index);
  if (fact.kind !== 'call' || !fact.args.some(isType)) return false;
  return /^(?:includes|has|indexOf|test|some|find)$/.test(nameAt({ file: ref.file, id: fact.callee }));
}

/** `(req, file, done) => done(null, true)`, on every way. */
function acceptsAlways(ref: FunctionRef): boolean {
  const { file, id } = ref;
  const callback = file.facts.functions[id]!.parameters.at(-1)?.binding ?? -1;
  const calls = valuesIn(ref).flatMap((value) => {
    const fact = file.facts.values[value.id]!;
    const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : undefined;
    return fact.kind === 'call' && callee?.kind === 'reference' && callee.binding >= 0 && callee.binding === callback ? [fact] : [];
  });
  const isLiteral = (value: number) => file.facts.values[value]?.kind === 'literal';
  return calls.length > 0 && calls.every((call) => call.args.every(isLiteral)) && !file.facts.blocks.some((block) => block.function === id && block.condition >= 0);
}

const checked = new WeakMap<Evaluation, boolean>();

/** `upload.checked-elsewhere`: the package tests the type of a file somewhere, or tells it by the file's content. */
export const uploadCheckedElsewhere: Predicate = (_site, _operand, evaluation) => {
  let known = checked.get(evaluation);
  if (known === undefined) checked.set(evaluation, (known = testsTypes(evaluation)));
  return known ? unknown('whether what tests types of files tests those of this upload') : NO;
};

function testsTypes(evaluation: Evaluation): boolean {
  return evaluation.roleSites(['upload.type.check'], 'wide').length > 0 || testedTypes(evaluation).length > 0;
}

/** `upload.tested-by-prefix`: wherever the package tests the type of a file by hand, it looks at the first half of it only. */
export const uploadTestedByPrefix: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  if (evaluation.roleSites(['upload.type.check'], 'wide').length > 0) return NO;
  const tests = testedTypes(evaluation);
  if (tests.length === 0 || !tests.every((test) => isPrefixTest(test))) return NO;
  return yes({ related: tests.map((test) => ({ location: program.location(test), text: 'looks at the first half of the type' })) });
};

/** `file.mimetype.startsWith('image/')`, `mimetype.includes('image')` */
function isPrefixTest({ file, id }: ValueRef): boolean {
  const method = file.facts.values[file.parentOf(id)];
  const call = file.facts.values[file.parentOf(file.parentOf(id))];
  if (method?.kind !== 'member' || method.object !== id || call?.kind !== 'call') return false;
  const [given] = call.args.map((argument) => file.facts.values[argument]!);
  if (method.name !== 'startsWith' && method.name !== 'includes') return false;
  return given?.kind === 'literal' && PREFIX.test(String(given.value));
}

const tested = new WeakMap<Evaluation, readonly ValueRef[]>();

/** The types of files that the package tests outside of filters. */
function testedTypes(evaluation: Evaluation): readonly ValueRef[] {
  let found = tested.get(evaluation);
  if (found === undefined) {
    const filters = new Set(filterFunctions(evaluation).map(keyOf));
    const isFilter = (file: LinkedFile, at: number) => filters.has(keyOf({ file, id: file.functionAt(at) }));
    found = evaluation.files.flatMap((file) => file.facts.values.flatMap((fact, id) => (isTestedType(file, id) && !isFilter(file, fact.start) ? [{ file, id }] : [])));
    tested.set(evaluation, found);
  }
  return found;
}

/** The functions that filter uploads: what they test is said of their own upload. */
function filterFunctions(evaluation: Evaluation): readonly FunctionRef[] {
  const { program } = evaluation;
  const filters = evaluation.roleSites(['upload.parser', 'upload.interceptor', 'upload.settings'], 'wide').flatMap((site) => program.argument(site, 'filter') ?? []);
  const functions = filters.flatMap((filter) => functionsAt(filter, program));
  return reachedFunctions(program, functions, 2);
}

function isTestedType(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'member') return false;
  // `file.type` as well as `file.mimetype`.
  const isType = TYPE_NAME.test(fact.name ?? '') || (fact.name === 'type' && /file|upload/i.test(nameAt({ file, id: fact.object })));
  if (!isType) return false;
  return isTested(file, id);
}

function isTested(file: LinkedFile, id: number): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  // `file.mimetype || ''`, `file.mimetype as Type`, `file.mimetype.toLowerCase()`
  if ((parent?.kind === 'logical' && parent.left === id) || parent?.kind === 'cast') return isTested(file, file.parentOf(id));
  if (parent?.kind === 'binary') return true;
  if (parent?.kind === 'member' && parent.object === id && /^(?:toLowerCase|trim|toString)$/.test(parent.name ?? '')) return isTested(file, file.parentOf(file.parentOf(id)));
  if (parent?.kind === 'call') return /^(?:includes|has|indexOf|test|some)$|valid|allowed/i.test(nameAt({ file, id: parent.callee }));
  const method = parent?.kind === 'member' && parent.object === id ? (parent.name ?? '') : '';
  return /^(?:startsWith|includes|match|split)$/.test(method);
}
