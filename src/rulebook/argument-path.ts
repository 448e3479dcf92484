/** Argument positions as models write them: `0`, `0.text`, `last`, `1..`, `receiver`, `result`, `value`, `template`, `name`; `()` after a position or a property is what the function there returns. */
import type { ArgumentPath } from '../contracts/models.js';

const WRITTEN = /^(\d{1,2}|last|receiver|result|value|template|name)(\.\.)?(\(\))?((?:\.[\w$*-]+(?:\(\))?)*)$/;

/** @returns null when it is no position. */
export function argumentPath(written: string | number): ArgumentPath | null {
  if (typeof written === 'number' && !Number.isInteger(written)) return null;
  const match = WRITTEN.exec(String(written));
  if (!match) return null;
  const [, base = '', dots, called, properties = ''] = match;
  const position = /^\d/.test(base) ? Number(base) : (base as Exclude<ArgumentPath['position'], number>);
  if (dots && typeof position !== 'number') return null;
  return { position, rest: dots !== undefined, properties: [...(called === undefined ? [] : [called]), ...(properties === '' ? [] : properties.slice(1).split('.'))] };
}
