/** Compiles conditions and value tests to closures. */
import type { Condition, ConditionOperands, ValueTest, ValueTestOperands } from '../contracts/vocabulary.js';
import { every, lazily, negate, some } from './answer.js';
import type { Compiler, ConditionRegistry, ConditionWord, Judge, JudgeValue, TestRegistry, TestWord } from './compiler.js';
import { CONDITIONS } from './conditions/index.js';
import type { Reach } from './evaluation.js';
import { VALUE_TESTS } from './value-tests/index.js';

/**
 * @param reach how far a look at the whole project may go: `own` decides whether a rule matters for a package at all,
 *   `wide` whether it is satisfied.
 */
export function compileCondition(condition: Condition, reach: Reach, conditions: ConditionRegistry = CONDITIONS): Judge {
  const compile = (each: Condition) => compileCondition(each, reach, conditions);
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map(compile);
      return (site, evaluation) => every(lazily(parts, (part) => part(site, evaluation)));
    }
    case 'any': {
      const parts = condition.of.map(compile);
      return (site, evaluation) => some(lazily(parts, (part) => part(site, evaluation)));
    }
    case 'not': {
      const part = compile(condition.of);
      return (site, evaluation) => negate(part(site, evaluation));
    }
    case 'word': {
      const compiler: Compiler = { condition: compile, test: compileTest, reach };
      // Word and operand belong together by the type of `WordCondition`; TypeScript cannot follow that through an index.
      const word = conditions[condition.word] as ConditionWord<keyof ConditionOperands> | undefined;
      if (word === undefined) throw new Error(`no condition "${String(condition.word)}" is implemented`);
      return word(condition.operand as never, compiler);
    }
  }
}

export function compileTest(test: ValueTest, tests: TestRegistry = VALUE_TESTS): JudgeValue {
  switch (test.kind) {
    case 'all': {
      const parts = test.of.map((each) => compileTest(each, tests));
      return (subject, evaluation) => every(lazily(parts, (part) => part(subject, evaluation)));
    }
    case 'any': {
      const parts = test.of.map((each) => compileTest(each, tests));
      return (subject, evaluation) => some(lazily(parts, (part) => part(subject, evaluation)));
    }
    case 'not': {
      const part = compileTest(test.of, tests);
      return (subject, evaluation) => negate(part(subject, evaluation));
    }
    case 'word': {
      const word = tests[test.word] as TestWord<keyof ValueTestOperands> | undefined;
      if (word === undefined) throw new Error(`no value test "${String(test.word)}" is implemented`);
      return word(test.operand as never);
    }
  }
}
