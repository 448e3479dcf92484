/**
 * What a word of the rule language is made of. Conditions and value tests are compiled once, when the rules are handed
 * over, to closures that answer for one site or value.
 */
import type { Condition, ConditionOperands, ValueTest, ValueTestOperands } from '../contracts/vocabulary.js';
import type { Answer } from './answer.js';
import type { Evaluation, Reach } from './evaluation.js';
import type { Site } from './site.js';
import type { Subject } from './subject.js';

/** Does the condition hold of the site? */
export type Judge = (site: Site, evaluation: Evaluation) => Answer;

/** Does the value pass the test? */
export type JudgeValue = (subject: Subject, evaluation: Evaluation) => Answer;

/** What the compilation of a word may ask for. */
export interface Compiler {
  condition(condition: Condition): Judge;
  test(test: ValueTest): JudgeValue;
  /** How far a look at the whole project may go, where this word stands. */
  readonly reach: Reach;
}

export type ConditionWord<Word extends keyof ConditionOperands> = (operand: ConditionOperands[Word], compiler: Compiler) => Judge;
export type ConditionRegistry = { readonly [Word in keyof ConditionOperands]: ConditionWord<Word> };

export type TestWord<Word extends keyof ValueTestOperands> = (operand: ValueTestOperands[Word]) => JudgeValue;
export type TestRegistry = { readonly [Word in keyof ValueTestOperands]: TestWord<Word> };
