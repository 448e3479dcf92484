/** What kind of thing a value is: `function`, `array`, `object`, `regexp`, `string`, `number`, `true`, `false`. */
import type { ValueRef } from '../../contracts/program.js';
import { answerOf, NO, unknown } from '../answer.js';
import type { Answer } from '../answer.js';
import type { JudgeValue } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { constantsOf } from '../subject.js';

export type Kind = 'function' | 'array' | 'object' | 'regexp' | 'string' | 'number' | 'true' | 'false' | 'nothing' | 'class';

/** Globals that make a value of a known kind. */
const MADE_BY: Record<string, Kind> = {
  'global:RegExp': 'regexp',
  'global:RegExp#': 'regexp',
  'global:RegExp()': 'regexp',
  'global:Array#': 'array',
  'global:Array()': 'array',
  'global:String()': 'string',
  'global:Number()': 'number',
  'global:parseInt()': 'number',
  'global:parseFloat()': 'number',
};

/** Is every alternative of this kind? */
export function isKind(kind: Kind): () => JudgeValue {
  return () =>
    (subject, evaluation): Answer => {
      if (subject.presence === 'no') return NO;
      const { all, others } = constantsOf(subject, evaluation);
      const kinds = [...all.map(kindOfConstant), ...others.map((value) => kindOf(value, evaluation))];
      if (kinds.some((each) => each !== null && each !== kind)) return NO;
      if (kinds.length === 0 || kinds.includes(null) || subject.presence === 'unknown') return unknown('what kind of value it is');
      return answerOf(true);
    };
}

function kindOfConstant(constant: string | number | boolean | null): Kind {
  if (constant === null) return 'nothing';
  if (typeof constant === 'boolean') return constant ? 'true' : 'false';
  return typeof constant as 'string' | 'number';
}

/** The kind of a value that is no constant; null when it cannot be told. */
export function kindOf(value: ValueRef, evaluation: Evaluation): Kind | null {
  const { program } = evaluation;
  const fact = program.fact(value);
  switch (fact.kind) {
    case 'template':
      return fact.tag < 0 ? 'string' : null;
    case 'concat':
      // Whatever is added to a text becomes part of it.
      return fact.parts.some((part) => isText({ file: value.file, id: part }, evaluation)) ? 'string' : null;
    case 'object':
    case 'array':
    case 'function':
    case 'class':
      return fact.kind;
    case 'literal':
      return fact.type === 'regexp' ? 'regexp' : null;
    default: {
      const kinds = new Set(program.resolve(value).map((entity) => kindOfEntity(entity, program)));
      const [only] = kinds;
      return kinds.size === 1 ? (only ?? null) : null;
    }
  }
}

function isText(part: ValueRef, { program }: Evaluation): boolean {
  const fact = program.fact(part);
  return fact.kind === 'template' ? fact.tag < 0 : fact.kind === 'literal' && fact.type === 'string';
}

function kindOfEntity(entity: ReturnType<Evaluation['program']['resolve']>[number], program: Evaluation['program']): Kind | null {
  switch (entity.kind) {
    case 'function':
    case 'class':
      return entity.kind;
    case 'instance':
      return 'object';
    case 'object':
      return program.fact(entity.value).kind === 'array' ? 'array' : 'object';
    case 'api':
      return MADE_BY[entity.path] ?? null;
    case 'constant':
      return entity.type === 'regexp' ? 'regexp' : kindOfConstant(entity.value);
    default:
      return null;
  }
}

/** True when it is known to be a function, object, list or pattern, so that it equals no text or number. */
export function cannotBeScalar(value: ValueRef, evaluation: Evaluation): boolean {
  const kind = kindOf(value, evaluation);
  return kind === 'function' || kind === 'array' || kind === 'object' || kind === 'regexp' || kind === 'class';
}
