/** `secret.*`: what is known of a secret that was found. */
import { maskedSecret } from '../../../contracts/secret-formats.js';
import { answerOf, NO } from '../../answer.js';
import type { Predicate } from '../index.js';

/** `with:` how it was found: by its `form`, its `name` or its `use`. */
export const foundBy: Predicate = ({ secret }, operand) => {
  if (operand !== 'form' && operand !== 'name' && operand !== 'use') throw new Error('secret.found-by takes form, name or use');
  if (secret === null) return NO;
  return answerOf(secret.by === operand, { values: { what: secret.what, value: maskedSecret(secret.text) }, confidence: secret.confidence });
};
