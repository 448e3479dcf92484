import validator from 'validator';

export function assertEmail(text: unknown): asserts text is string {
  if (typeof text !== 'string' || !validator.isEmail(text)) throw new Error('not an address');
}
