/**
 * Functions that say in their name that they let only safe paths and addresses through: `secureFetch`, `validateDomain`,
 * `sanitizeRedirect`. Where following what they do did not prove it, their word still stands against an accusation.
 */
import type { Origin } from '../../contracts/program.js';
import type { Sink } from '../../contracts/sinks.js';

const SINKS: ReadonlySet<Sink> = new Set<Sink>(['path', 'url', 'redirect']);

/** How the steps of a flow tell of a function. */
const CALLED = /^(?:is (?:passed|given) to|is returned by|goes through) .*?([\w$-]+)\W*$/;
const SAFE = /^(?:safe|secure|saniti[sz]e|trusted|allowed)|Safe|Secure|Saniti[sz]|Trusted|Allowed|-safe\b|sanitize/;
const CHECKS = /valid|check|verif|assert|ensure|guard|restrict/i;
const TARGET = /ur[li]|domain|host|origin|redirect|callback|return|link|address|endpoint|webhook|path|file|folder|directory/i;
/** `safeParse` is safe from exceptions only. */
const OTHERWISE = /parse|json|stringify/i;

/** A function out of sight that keeps a path below a directory by its name: `normaliseInBase`, `resolve_within`. */
const KEEPS_BELOW = /(?:normali[sz]e|resolve|join|path)_?(?:in|within|inside|under|below)(?![a-z])|(?:normali[sz]e|resolve|join|path)(?:In|Within|Inside|Under|Below)(?![a-z])/;
/** One that makes a text harmless in SQL: `sqlsanitize`, `escapeLiteral`, `quote_ident`. */
const ENCODES_SQL = /sql_?(?:saniti[sz]e|escape|quote)|(?:saniti[sz]e|escape|quote)_?(?:sql|literal|ident|identifier|id|name|column|table|value|string)(?![a-z])/i;
/** Nothing is known of it but its name. */
const OUT_OF_SIGHT = /^is given to /;

/** The function that a value came through on its way to the sink and that is named as a check for it, or null. */
export function namedCheck(origin: Origin, sink: Sink): string | null {
  const isSql = sink === 'sql' || sink === 'sql-identifier';
  if (!SINKS.has(sink) && !isSql) return null;
  const giver = origin.kind === 'library' ? /([\w$-]+)\W*$/.exec(origin.detail)?.[1] : undefined;
  if (isSql && giver !== undefined && ENCODES_SQL.test(giver)) return giver;
  for (const { text } of origin.steps) {
    const name = CALLED.exec(text)?.[1];
    if (name === undefined || OTHERWISE.test(name)) continue;
    if (OUT_OF_SIGHT.test(text) && (isSql ? ENCODES_SQL : KEEPS_BELOW).test(name)) return name;
    if (isSql) continue;
    if ((SAFE.test(name) || (CHECKS.test(name) && TARGET.test(name))) && !origin.idle.includes(name)) return name;
  }
  return null;
}
