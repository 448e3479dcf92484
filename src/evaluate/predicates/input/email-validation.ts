/** `email.*`: whether the e-mail addresses that a route takes are checked. */
import { effectOf } from '../../authentication/effects.js';
import { reachedWhenWell } from '../../authentication/reach.js';
import { signsOf } from '../../authentication/function-signs.js';
import { arrivesSigned } from '../../authentication/webhooks.js';
import { isKept } from '../../input/kept-fields.js';
import { answerOf, NO, yes } from '../../answer.js';
import { emailsTaken } from '../../input/email-checks.js';
import type { EmailCheck } from '../../input/email-checks.js';
import type { Predicate } from '../index.js';
import { calledName } from '../../../contracts/written-name.js';

const CHECKS: readonly EmailCheck[] = ['format', 'pattern', 'sign', 'nothing', 'open'];

/** `email.taken`: the route reads an e-mail address from the body of a request. */
export const takesEmail: Predicate = ({ route }, _operand, { program }) => answerOf(route !== null && emailsTaken(route, program).length > 0);

/** `email.check`, `with:` what is demanded of some address: `format`, `pattern`, `sign`, `nothing` or `open`. */
export const emailCheck: Predicate = ({ route }, operand, { program }) => {
  const wanted = CHECKS.find((each) => each === operand);
  if (wanted === undefined) throw new Error(`email.check takes one of ${CHECKS.join(', ')}`);
  const found = route === null ? [] : emailsTaken(route, program).filter(({ check }) => check === wanted);
  if (found.length === 0) return NO;
  const related = found.map(({ at, name }) => ({ location: program.location(at), text: name }));
  return yes({ values: { value: [...new Set(found.map(({ name }) => name))].sort().join(', ') }, related, reason: `${related[0]!.text} is checked` });
};

/** `email.kept`: the handler keeps the address or sends something to it; one that is only looked up is found or not. */
export const keepsEmail: Predicate = ({ route }, _operand, { program }) => {
  if (route === null || arrivesSigned(route, program) === 'yes') return NO;
  const { effect } = effectOf(route, program);
  const names = new Set(emailsTaken(route, program).map(({ name }) => name.replaceAll('[]', '').split('.').at(-1)!));
  const sends = (name: string) => /mail|invit|subscrib/i.test(name);
  const acts = effect === 'changes' || effect === 'changes-by-name' || (route.handler !== null && reachedWhenWell(program, [route.handler], 2).some(({ ref }) => signsOf(ref).calls.some((id) => sends(calledName(ref.file, id) ?? ''))));
  return answerOf(acts && [...names].some((name) => isKept(name, route, program)));
};
