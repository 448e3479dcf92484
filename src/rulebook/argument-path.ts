/** Argument positions as models write them: `0`, `0.text`, `last`, `1..`, `receiver`, `result`, `value`, `template`, `name`; `()` after a property is its result. */
import type { ArgumentPath } from '../contracts/rules.js';

const WRITTEN = /^(\d{1,2}|last|receiver|result|value|template|name)(\.\.)?((?:\.[\w$*-]+(?:\(\))?)*)$/;

/** @returns null when it is no position. */
export function argumentPath(written: string | number): ArgumentPath | null {
  if (typeof written === 'number' && !Number.isInteger(written)) return null;
  const match = WRITTEN.exec(String(written));
  if (!match) return null;
  const [, base = '', dots, properties = ''] = match;
  const position = /^\d/.test(base) ? Number(base) : (base as Exclude<ArgumentPath['position'], number>);
  if (dots && typeof position !== 'number') return null;
  return { position, rest: dots !== undefined, properties: properties === '' ? [] : properties.slice(1).split('.') };
}
