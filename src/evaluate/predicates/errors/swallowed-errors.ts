/** `catch.*`: what a place where failures arrive does about them, and what its caller and client are left with. */
import type { TypeFact } from '../../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { CatchClause } from '../../failures/catch-clauses.js';
import { eventsIn } from '../../failures/code-events.js';
import { callsTried, isHarmlessCall, isHarmlessName, reactionOf } from '../../failures/reactions.js';
import { calledName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

/** `with: [nothing, logs]`: it does no more than that about the failure. */
export const reacts: Predicate = ({ clause }, operand, evaluation) => {
  const asked = Array.isArray(operand) ? operand : [operand];
  return answerOf(clause !== null && asked.includes(reactionOf(clause, evaluation)));
};

/** `with: harmless`: tidying up, measuring, probing; `awaited`: work that is waited for and changes something; `explained`: a comment says why. */
export const attempt: Predicate = ({ clause }, operand, { program }) => {
  if (clause === null) return NO;
  if (operand === 'explained') return answerOf(clause.explained);
  const calls = callsTried(clause);
  const isHarmless = clause.isWithinHandling || isHarmlessName(program.symbolAt(clause.value)) || calls.every((call) => isHarmlessCall(call, program));
  if (operand === 'harmless') return answerOf(isHarmless);
  return answerOf(eventsIn(clause.value.file, clause.tried).some(({ kind, value }) => kind === 'await' && isDirect(clause, value)) || clause.kind === 'promise');
};

/** The work leaves nothing that the code behind it could ask: no variable from before, no result, no answer. */
export const goesOn: Predicate = ({ clause }) => {
  if (clause === null || clause.kind === 'promise') return NO;
  const { file } = clause.value;
  const response = responseOf(file, clause);
  if (response >= 0 && answersWith(file, response).some((at) => at >= clause.tried.start && at < clause.tried.end)) return NO;
  return answerOf(!eventsIn(file, clause.tried).some(({ kind, declaredAt }) => kind === 'return' || (kind === 'write' && (declaredAt < clause.tried.start || declaredAt >= clause.tried.end))));
};

const ANSWERS = /^(?:json|jsonp|send|end|render|redirect|sendFile|sendStatus|status|download|write|writeHead|pipe|html|text|code|view)$/;
const RESPONSE = /^(?:res|response|resp|reply)$/i;

/** The attempt answers the request; when it fails nobody does. */
export const answersNothing: Predicate = ({ clause }) => {
  if (clause === null) return NO;
  const { file } = clause.value;
  const response = responseOf(file, clause);
  if (response === -1 || onlyAnswers(file, response, clause)) return NO;
  const answers = answersWith(file, response);
  const within = answers.filter((at) => at >= clause.tried.start && at < clause.tried.end);
  const owner = file.facts.functions[file.facts.bindings[response]!.function]!;
  const elsewhere = answers.filter((at) => at >= owner.start && at < owner.end && (at >= clause.end || (at >= clause.tried.end && at < clause.end)));
  return within.length > 0 && elsewhere.length === 0 && !within.every((at) => isRefusal(file, at, clause)) && !isHandedOn(file, response, clause) ? yes({ confidence: 'high' }) : NO;
};

/** The parameter by which a function around the attempt answers its request, or -1. */
function responseOf(file: LinkedFile, clause: CatchClause): number {
  const { functions } = file.facts;
  for (let id = clause.function; id > 0; id = functions[id]!.parent) {
    const [first, second] = functions[id]!.parameters;
    if (second !== undefined && first !== undefined && RESPONSE.test(second.name) && second.binding >= 0) return second.binding;
  }
  return -1;
}

/** Offsets at which an answer is given. */
function answersWith(file: LinkedFile, response: number): number[] {
  return file.facts.bindings[response]!.uses.flatMap((use) => {
    const parent = file.parentOf(use);
    const member = file.facts.values[parent];
    return member?.kind === 'member' && ANSWERS.test(member.name ?? '') ? [member.start] : [];
  });
}

/** Nothing but the answer itself is tried: when that fails there is nobody left to answer. */
function onlyAnswers({ facts }: LinkedFile, response: number, { tried }: CatchClause): boolean {
  const isOnResponse = (id: number): boolean => {
    const fact = facts.values[id]!;
    if (fact.kind === 'call') return isOnResponse(fact.callee);
    return fact.kind === 'member' ? isOnResponse(fact.object) : fact.kind === 'reference' && fact.binding === response;
  };
  return facts.calls.every((id) => facts.values[id]!.start < tried.start || facts.values[id]!.start >= tried.end || isOnResponse(id));
}

/** Answered and left in a branch of the attempt, which otherwise goes on without an answer, as a guard does: `if (isRevoked) return reply.status(401).send()`. */
function isRefusal({ facts }: LinkedFile, at: number, { tried }: CatchClause): boolean {
  return facts.blocks.some((block) => block.kind === 'then' && block.exitKind === 'return' && block.start >= tried.start && block.start <= at && at < block.end && !facts.blocks.some((other) => other.kind === 'else' && other.parent === block.parent && other.start >= block.end && other.condition === block.condition));
}

/** Is the response, or what goes on with the request, given away outside of the attempt? */
function isHandedOn(file: LinkedFile, response: number, { tried }: CatchClause): boolean {
  return file.facts.bindings[response]!.uses.some((use) => {
    const { start } = file.facts.values[use]!;
    const parent = file.facts.values[file.parentOf(use)];
    return (start < tried.start || start >= tried.end) && parent?.kind !== 'member';
  });
}

/** The attempt's result is the function's; when it fails the caller is given nothing, and its type does not say so. */
export const returnsNothing: Predicate = ({ clause }) => {
  if (clause === null || clause.kind === 'promise' || clause.function === 0) return NO;
  const { file } = clause.value;
  const fact = file.facts.functions[clause.function]!;
  // Where the attempt itself may end without a result, nothing is a result like any other.
  if (!file.facts.blocks.some(({ kind, start, exits }) => kind === 'try' && start === clause.tried.start && exits)) return NO;
  const results = fact.returns.map((id) => file.facts.values[id]!.start);
  const inside = results.filter((at) => at >= clause.tried.start && at < clause.tried.end);
  if (fact.throws.some((id) => file.facts.values[id]!.start >= clause.end)) return NO;
  if (fact.returns.some((id) => mayBeNothing(file, id)) || leavesWithoutResult(file, clause.function)) return NO;
  return answerOf(inside.length > 0 && results.every((at) => at < clause.body.start) && !saysNothing(fact.returnType));
};

/** A bare `return;` in a branch: callers are given nothing for other reasons, too. */
function leavesWithoutResult({ facts }: LinkedFile, id: number): boolean {
  const results = facts.functions[id]!.returns.map((value) => facts.values[value]!.start);
  return facts.blocks.some((block) => block.function === id && block.exitKind === 'return' && !results.some((at) => at >= block.start && at < block.end));
}

/** `return null`, `return row ?? undefined`: callers are told of nothing by the function itself. */
function mayBeNothing(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'conditional') return mayBeNothing(file, fact.whenTrue) || mayBeNothing(file, fact.whenFalse);
  if (fact?.kind === 'logical') return mayBeNothing(file, fact.right);
  return fact?.kind === 'literal' && (fact.type === 'null' || fact.type === 'undefined');
}

function saysNothing(type: TypeFact | undefined): boolean {
  if (type === undefined) return false;
  return ['undefined', 'null', 'void', 'any', 'unknown'].includes(type.name) || (type.args ?? []).some(saysNothing);
}

const GENERIC_ERROR = /^(?:Error|Internal\w*|ServerError|UnknownError|Exception|GenericError)$/;

/** A new error takes the place of the caught one, which nobody looks at. */
export const losesCause: Predicate = ({ clause }, _operand, { program }) => {
  if (clause === null) return NO;
  const { file } = clause.value;
  const used = file.facts.bindings[clause.error]?.uses ?? [];
  if (used.some((use) => file.facts.values[use]!.start >= clause.body.start)) return NO;
  const thrown = eventsIn(file, clause.body).filter(({ kind }) => kind === 'throw');
  const others = eventsIn(file, clause.body).some(({ kind }) => kind === 'branch' || kind === 'return');
  return answerOf(thrown.length === 1 && !others && isGeneric({ file, id: thrown[0]!.value }, program));
};

/** A message that the caller hands in says what failed in the caller's words. */
function isGeneric(value: ValueRef, program: Parameters<Predicate>[2]['program']): boolean {
  const fact = program.fact(value);
  if (fact.kind !== 'call' || fact.args.some((id) => isParameter(value.file, id))) return false;
  return GENERIC_ERROR.test(program.describe({ file: value.file, id: fact.callee }).replace(/^new /, ''));
}

function isParameter({ facts }: LinkedFile, id: number): boolean {
  const fact = facts.values[id];
  return fact?.kind === 'reference' && facts.bindings[fact.binding]?.kind === 'parameter';
}

function isDirect({ value: { file }, function: around }: CatchClause, id: number): boolean {
  return file.functionAt(file.facts.values[id]!.start) === around;
}

const ACKNOWLEDGES = /^(?:ack|acknowledge|ackMessage|deleteMessage)$/;

/** Behind it, whether or not the attempt succeeded, the message that it was about is acknowledged. */
export const acknowledges: Predicate = ({ clause }) => {
  if (clause === null || clause.kind === 'promise') return NO;
  const { file } = clause.value;
  return answerOf(
    file.facts.calls.some((id) => {
      const { start } = file.facts.values[id]!;
      return start >= clause.end && file.functionAt(start) === clause.function && ACKNOWLEDGES.test(calledName(file, id) ?? '');
    }),
  );
};
