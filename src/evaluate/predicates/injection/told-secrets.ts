/** `response.told-a-secret`: a condition around the answer compares what was sent with a secret of the operator's. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, YES } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const SECRET: ReadonlySet<string> = new Set(['secret', 'token', 'key', 'apikey', 'password']);

/** `if (req.query['hub.verify_token'] === VERIFY_TOKEN) res.send(req.query['hub.challenge'])`: whoever gets so far is the service that was told the secret. */
export const toldSecret: Predicate = ({ value }, _operand, { program }) => {
  const guards = value === null ? [] : program.guardsOf(value);
  return guards.some((guard) => guard.cases.length === 0 && comparesSecret(guard.condition, guard.holds, program)) ? YES : NO;
};

function comparesSecret(condition: ValueRef, holds: boolean, program: Program): boolean {
  const fact = program.fact(condition);
  const at = (id: number): ValueRef => ({ file: condition.file, id });
  if (fact.kind === 'logical') return (fact.operator === '&&') === holds && [fact.left, fact.right].some((id) => comparesSecret(at(id), holds, program));
  if (fact.kind !== 'binary' || !/^[!=]==?$/.test(fact.operator) || fact.operator.startsWith('=') !== holds) return false;
  const sides = [at(fact.left), at(fact.right)] as const;
  return (isSent(sides[0], program) && isSecret(sides[1], program)) || (isSent(sides[1], program) && isSecret(sides[0], program));
}

function isSent(value: ValueRef, program: Program): boolean {
  return program.trace(value, { sink: 'origin' }).origins.some(({ kind, detail }) => kind === 'request' && /^request\.(?:headers|query|params)/.test(detail));
}

function isSecret(value: ValueRef, program: Program): boolean {
  const { origins } = program.trace(value, { sink: 'origin' });
  const named = [program.describe(value), ...origins.map(({ detail }) => detail)];
  return program.constants(value) === null && !origins.some(({ kind }) => kind === 'request') && named.some((name) => splitWords(name).some((word) => SECRET.has(word)));
}
