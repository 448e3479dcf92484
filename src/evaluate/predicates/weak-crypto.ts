/** `crypto.*`: what a hash or a random number is made for, told by the names around it. */
import { NONE } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { answerOf, unknown } from '../answer.js';
import { usesIn } from '../file-uses.js';
import { splitWords } from '../name-words.js';
import type { Predicate } from './index.js';

/** What must not be guessed or forged. */
const SECRET = new Set(['password', 'passwd', 'pwd', 'pw', 'passphrase', 'secret', 'token', 'otp', 'pin', 'csrf', 'nonce', 'apikey', 'salt', 'passcode', 'signature', 'captcha', 'credential', 'credentials']);
const SECRET_PAIRS = /(?:reset|verification|verify|invite|recovery|confirmation|auth|access|login|activation|security|otp)(?:code|key|hash|id)|sessionid|apikey|secretkey|encryptionkey/;
const SECRET_DATA = /^(?:password|passwd|pwd|pass|passphrase|pin|secret)$/;
/** What only tells one content from another, or spreads load. */
const HARMLESS = /etag|checksum|cache|gravatar|avatar|fingerprint|dedup|integrity|content|file|asset|revision|version|jitter|delay|backoff|sleep|timeout|retry|sample|shuffle|colou?r|pwned|hibp|breach|totp|hotp|websocket|bucket|shard|partition/i;
const MAKES = /^(?:generate|gen|create|make|random|new|build|get|issue|hash|encrypt|sign|rand)/i;
/** Steps from the call outwards. */
const MOST_STEPS = 14;

/** `with: secret` or `with: harmless`: the purpose, by the names of the data, the variable, the property and the function. */
export const purpose: Predicate = (site, operand, { program }) => {
  if (operand !== 'secret' && operand !== 'harmless') throw new Error('crypto.purpose takes secret or harmless');
  if (site.value === null) return unknown('what it is for');
  const isRandom = site.role?.role === 'random.weak';
  const { data, becomes, around } = namesAround(site.value, program);
  const isHarmless = [...data, ...becomes, around].some((name) => HARMLESS.test(name));
  const hit = data.find((name) => !isRandom && SECRET_DATA.test(splitWords(name).at(-1) ?? '')) ?? (site.role?.entry.attributes['keyed'] === true ? undefined : secretAmong(becomes, around));
  const found = isHarmless ? 'harmless' : hit === undefined ? 'open' : 'secret';
  return answerOf(found === operand, { values: { source: hit ?? '' } });
};

function secretAmong(becomes: readonly string[], around: string): string | undefined {
  const named = becomes.find(isSecretName);
  if (named !== undefined) return named;
  return MAKES.test(around) && isSecretName(around) ? around : undefined;
}

function isSecretName(name: string): boolean {
  const words = splitWords(name);
  return words.some((word) => SECRET.has(word)) || SECRET_PAIRS.test(words.join(''));
}

interface Names {
  /** Of what is hashed. */
  data: string[];
  /** Of what the result is held by. */
  becomes: string[];
  /** The function around it. */
  around: string;
}

function namesAround({ file, id }: ValueRef, program: Program): Names {
  const names: Names = { data: [], becomes: [], around: program.symbolAt({ file, id }).split('.').at(-1) ?? '' };
  argumentsOf(file, id, names.data, true);
  let current = id;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const parent = file.parentOf(current);
    if (parent === NONE) break;
    const fact = file.facts.values[parent]!;
    // A comparison, a draw or a delay: nothing of it is kept.
    if (fact.kind === 'binary' && /^[<>=!]/.test(fact.operator)) return { ...names, around: 'sample' };
    if (fact.kind === 'function') break;
    if (fact.kind === 'object') names.becomes.push(fact.properties.find((each) => each.value === current)?.name ?? '');
    if (fact.kind === 'call') {
      const callee = file.facts.values[fact.callee];
      if (fact.callee !== current && (callee?.kind === 'member' || callee?.kind === 'reference')) names.becomes.push(callee.name ?? '');
      if (callee?.kind === 'member' && callee.name === 'update') argumentsOf(file, parent, names.data, false);
    }
    current = parent;
  }
  const uses = usesIn(file);
  names.becomes.push(...uses.bindingsOf(current).map((binding) => file.facts.bindings[binding]!.name), ...uses.writtenTo(current));
  return names;
}

/** Names of the arguments of a call; of the call that makes a hash only when it takes the data itself. */
function argumentsOf(file: LinkedFile, call: number, into: string[], isMaker: boolean): void {
  const fact = file.facts.values[call];
  if (fact?.kind !== 'call') return;
  const taken = isMaker && fact.args.length > 0 && file.facts.values[fact.args[0]!]?.kind === 'literal' ? [] : fact.args;
  for (const argument of taken) collectNames(file, argument, into, 0);
}

function collectNames(file: LinkedFile, id: number, into: string[], depth: number): void {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > 4) return;
  if (fact.kind === 'reference' || fact.kind === 'member') into.push(fact.name ?? '');
  else if (fact.kind === 'concat' || fact.kind === 'template') for (const part of fact.parts) collectNames(file, part, into, depth + 1);
  else if (fact.kind === 'call') for (const argument of fact.args) collectNames(file, argument, into, depth + 1);
}
