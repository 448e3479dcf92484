/**
 * Whether something that is there only under conditions is there in production. A switch that is on unless somebody turns it off
 * counts as on; one that is off unless somebody turns it on cannot be told.
 */
import type { Guard, Program, ValueRef } from '../contracts/program.js';
import { every, NO, unknown, yes } from './answer.js';
import type { Answer } from './answer.js';
import { readsStage } from './stages.js';
import { keyOf } from './file-uses.js';
import { IS_OTHER_STAGE, IS_PRODUCTION, STAGE_NAME } from './names/stage-names.js';

const MAXIMUM_DEPTH = 10;

/** A value where it can be told; null where it cannot. */
type Known = { value: unknown } | null;

interface Reading {
  program: Program;
  /** True: no variable is set but the stage; false: what is set is not known. */
  nothingSet: boolean;
  /** False: whether this is production is not known either. */
  isStageKnown: boolean;
}

/** Yes when all hold in production, no when one surely does not, unknown else; the evidence tells the conditions. */
export function holdInProduction(guards: readonly (Guard | null)[], program: Program): Answer {
  return every(guards.map((guard) => (guard === null ? unknown('when it is there') : holdsInProduction(guard, program))));
}

/** Does one of the conditions surely not hold in production, because of the stage? What a constant of the program's own settings says is what a deployment may change. */
export function isRuledOutByStage(guards: readonly (Guard | null)[], program: Program): boolean {
  return guards.some((guard) => {
    if (guard === null) return false;
    const inProduction = truthOf(guard, { program, nothingSet: false, isStageKnown: true });
    return inProduction !== null && inProduction !== guard.holds && truthOf(guard, { program, nothingSet: false, isStageKnown: false }) === null;
  });
}

function holdsInProduction(guard: Guard, program: Program): Answer {
  const related = [{ location: program.location(guard.condition), text: 'the condition' }];
  const says = `${guard.holds ? '' : 'not '}${conditionText(guard.condition, program)}`;
  const surely = truthOf(guard, { program, nothingSet: false, isStageKnown: true });
  if (surely === guard.holds) return yes({ reason: `only when ${says}`, related });
  if (surely !== null) return NO;
  const byDefault = truthOf(guard, { program, nothingSet: true, isStageKnown: true });
  if (byDefault === guard.holds) return yes({ reason: `unless it is switched off (${says})`, related });
  return unknown(`whether ${says} where it is deployed`, { related });
}

function truthOf({ condition, cases }: Guard, reading: Reading): boolean | null {
  if (cases.length === 0) return truth(valueOf(condition, reading, 0));
  const discriminant = valueOf(condition, reading, 0);
  const values = cases.map((each) => valueOf(each, reading, 0));
  if (discriminant === null || values.some((each) => each === null)) return null;
  return values.some((each) => each?.value === discriminant.value);
}

function truth(known: Known): boolean | null {
  return known === null ? null : Boolean(known.value);
}

function valueOf(ref: ValueRef, reading: Reading, depth: number): Known {
  if (depth > MAXIMUM_DEPTH) return null;
  const { program } = reading;
  const fact = program.fact(ref);
  const at = (id: number) => valueOf({ file: ref.file, id }, reading, depth + 1);
  switch (fact.kind) {
    case 'literal':
      return { value: fact.type === 'undefined' ? undefined : fact.value };
    case 'unary':
      return fact.operator === '!' ? negated(at(fact.operand)) : null;
    case 'logical':
      return chosen(fact.operator, at(fact.left), () => at(fact.right));
    case 'binary':
      return compared(fact.operator, [at(fact.left), at(fact.right)], [fact.left, fact.right].map((id) => isStage({ file: ref.file, id }, program)), reading);
    case 'call':
      return called(ref, reading, depth);
    case 'reference':
    case 'member':
      return readValue(ref, fact.name, reading, depth);
    default:
      return followed(ref, reading, depth);
  }
}

function negated(known: Known): Known {
  return known === null ? null : { value: !known.value };
}

function chosen(operator: string, left: Known, right: () => Known): Known {
  if (operator === '&&') return left !== null && !left.value ? left : bothOf(left, right(), (a) => a === false);
  if (operator === '||') return left !== null && left.value ? left : bothOf(left, right(), (a) => a === true);
  if (left === null) return null;
  return (operator === '??' ? (left.value ?? undefined) === undefined : left.value === undefined) ? right() : left;
}

/** When the left side is open, the right one decides only if it decides alone. */
function bothOf(left: Known, right: Known, decides: (truth: boolean) => boolean): Known {
  if (left !== null) return right;
  return right !== null && decides(Boolean(right.value)) ? right : null;
}

function compared(operator: string, [left, right]: (Known | undefined)[], [isLeft, isRight]: (boolean | undefined)[], { isStageKnown }: Reading): Known {
  const equality = { '===': true, '==': true, '!==': false, '!=': false }[operator];
  if (equality === undefined) return null;
  const a = left ?? (isStageKnown && (isLeft === true || isName(right)) ? PRODUCTION : null);
  const b = right ?? (isStageKnown && (isRight === true || isName(left)) ? PRODUCTION : null);
  if (a === null || b === null) return null;
  return { value: sameText(a.value, b.value) === equality };
}

const ENVIRONMENT = 'global:process.env.';
const PRODUCTION: Known = { value: 'production' };

function stageOf({ isStageKnown }: Reading): Known {
  return isStageKnown ? PRODUCTION : null;
}

function isName(known: Known | undefined): boolean {
  return typeof known?.value === 'string' && STAGE_NAME.test(known.value);
}

function sameText(a: unknown, b: unknown): boolean {
  return a === b || (a === 'production' && b === 'prod') || (a === 'prod' && b === 'production');
}

function isStage(ref: ValueRef, program: Program): boolean {
  return readsStage(ref, program);
}

/** `['production', 'staging'].includes(stage)`, `Boolean(x)`, `value.toLowerCase()`. */
function called(ref: ValueRef, reading: Reading, depth: number): Known {
  const { program } = reading;
  const fact = program.fact(ref);
  const callee = fact.kind === 'call' ? program.fact({ file: ref.file, id: fact.callee }) : null;
  const [argument] = fact.kind === 'call' ? fact.args : [];
  if (callee?.kind === 'reference' && callee.name === 'Boolean' && argument !== undefined) return valueOf({ file: ref.file, id: argument }, reading, depth + 1);
  if (callee?.kind === 'member' && (callee.name === 'toLowerCase' || callee.name === 'trim')) return valueOf({ file: ref.file, id: callee.object }, reading, depth + 1);
  if (callee?.kind !== 'member' || callee.name !== 'includes' || argument === undefined) return readValue(ref, null, reading, depth);
  const list = program.fact({ file: ref.file, id: callee.object });
  const names = list.kind === 'array' ? list.elements.map((id) => valueOf({ file: ref.file, id }, reading, depth + 1)) : [];
  const asked = isStage({ file: ref.file, id: argument }, program) ? stageOf(reading) : valueOf({ file: ref.file, id: argument }, reading, depth + 1);
  return names.length === 0 || asked === null || names.includes(null) ? null : { value: names.some((name) => sameText(name?.value, asked.value)) };
}

/** The stage, a variable of the environment, or what the name leads to. */
function readValue(ref: ValueRef, name: string | null, reading: Reading, depth: number): Known {
  const { program, nothingSet, isStageKnown } = reading;
  if (readsStage(ref, program)) return stageOf(reading);
  const read = readsByKey(program).get(keyOf(ref)) ?? (program.apiPaths(ref).some((path) => path.startsWith(ENVIRONMENT)) ? 'plain' : undefined);
  if (read !== undefined) {
    if (!nothingSet) return null;
    return read === 'plain' || read.fallback.value === null ? { value: undefined } : valueOf(read.fallback.value, reading, depth + 1);
  }
  // Whatever it is set to by default: what is called a stage tells of the stage.
  if (!isStageKnown && name !== null && (IS_PRODUCTION.test(name) || IS_OTHER_STAGE.test(name))) return null;
  const known = followed(ref, reading, depth);
  if (known !== null || name === null) return known;
  return IS_PRODUCTION.test(name) ? { value: true } : IS_OTHER_STAGE.test(name) ? { value: false } : null;
}

function followed(ref: ValueRef, reading: Reading, depth: number): Known {
  const [source, ...others] = reading.program.sourcesOf(ref);
  if (source === undefined || others.length > 0 || (source.id === ref.id && source.file === ref.file)) return null;
  return valueOf(source, reading, depth + 1);
}

type Read = Program['environment']['reads'][number];

function readsByKey(program: Program): ReadonlyMap<string, Read> {
  let known = READS.get(program);
  if (known === undefined) READS.set(program, (known = new Map(program.environment.reads.map((read) => [keyOf(read.value), read]))));
  return known;
}

const READS = new WeakMap<Program, ReadonlyMap<string, Read>>();

/** The condition as a reader would recognise it. */
function conditionText(ref: ValueRef, program: Program): string {
  const fact = program.fact(ref);
  const at = (id: number) => conditionText({ file: ref.file, id }, program);
  if (fact.kind === 'binary') return `${at(fact.left)} ${fact.operator} ${at(fact.right)}`;
  if (fact.kind === 'unary') return `${fact.operator}${at(fact.operand)}`;
  if (fact.kind === 'logical' && fact.operator !== 'default') return `${at(fact.left)} ${fact.operator} ${at(fact.right)}`;
  return program.describe(ref);
}
