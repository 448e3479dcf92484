/** `crypto.*`: what a hash or a random number is made for, told by the names around it. */
import { NONE } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { splitWords } from '../../names/name-words.js';
import type { Site } from '../../site.js';
import { keyOfSessions } from './session-keys.js';
import type { Predicate } from '../index.js';

/** What must not be guessed or forged. */
const SECRET = new Set(['password', 'passwd', 'pwd', 'pw', 'passphrase', 'secret', 'token', 'otp', 'pin', 'csrf', 'nonce', 'apikey', 'salt', 'passcode', 'signature', 'captcha', 'credential', 'credentials']);
/** A quantity that stands beside a secret, and is none. */
const QUANTITY = /^(?:length|len|size|count|total|amount|num\w*|rounds|cost)$/i;
/** What says that a password is looked up in a list of stolen ones, whose range query is made of SHA-1 (haveibeenpwned.com/API/v3). */
const STOLEN_PASSWORDS = /pwned|\bhibp/i;
const SECRET_PAIRS = /(?:reset|verification|verify|invite|recovery|confirmation|auth|access|login|activation|security|otp)(?:code|key|hash|id)|sessionid|apikey|secretkey|encryptionkey/;
const SECRET_DATA = /^(?:password|passwd|passwort|pwd|pw|pass|passphrase|plaintextpassword|pin|secret)$/;
/** What only tells one content from another, or spreads load. */
const HARMLESS = /etag|checksum|cache|gravatar|avatar|fingerprint|dedup|integrity|content|file|asset|revision|version|jitter|delay|backoff|sleep|timeout|retry|sample|shuffle|colou?r|pwned|hibp|breach|totp|hotp|websocket|bucket|shard|partition/i;
/** What everybody can see of a visitor: an id of a visit that is made of it lets nobody in. */
const OF_VISITOR = /device_?id|visitor|anonymous_?id|user_?agent|fingerprint/i;
/** What a machine drew has all its randomness already: no hash of it is found by trying. */
const GENERATED = /^(?:secret|token|key|apikey)$/;
/** Where a secret stands for the sender, whoever can make the hash without it forges him. */
const SIGNS = /sign|mac$|password|passwd/i;
/** Formats and protocols that prescribe their hash. */
const PRESCRIBED = /\$apr1\$|htpasswd|apache[-_]?md5|ntlm|firebase[-_]?scrypt/i;
/** Keys by which receivers check who sent a mail: `_domainkey`. */
const SIGNS_MAIL = /dkim|domain_?key/i;
/** A text that begins so numbers work: `task-${…}`. */
const BEGINS_WORK = /^(?:task|job|req(?:uest)?|run|msg|message|trace|span|event|batch|build|upload|tmp|temp)[-_:]$/i;
/** What tells pieces of work apart, inside whatever function that work is for. */
const OF_WORK = /^(?:request|req|job|task|work|worker|message|msg|correlation|trace|span|call|event|query|run|operation|batch|process|step)_?(?:id|uuid|nr|number)$/i;
const MAKES = /^(?:generate|gen|create|make|random|new|build|get|issue|hash|encrypt|sign|rand)/i;
/** Steps from the call outwards. */
const MOST_STEPS = 14;
/** What people choose, so that it can be found by trying. */
const CHOSEN = /^(?:password|passwd|passwort|pwd|pass|plaintextpassword)$/;
const HASHES_PASSWORD = /^(?:hash|encrypt|digest|crypt)_?(?:user_?)?(?:password|passwd|pwd)$|^(?:password|passwd|pwd)_?(?:hash|digest)$/i;
/** A slow hash follows, or the result is a key for a cipher, a lock or a cache. */
const GOES_ON = /bcrypt|argon|scrypt|pbkdf|cipher|\bkey$|cache|compare_?digest|digest_?auth/i;

const PURPOSES: ReadonlySet<string> = new Set(['secret', 'harmless', 'salt', 'generated']);

/** `\`task-${Math.random()}\``: the text itself says that it tells pieces of work apart. */
function numbersWork({ file, id }: ValueRef): boolean {
  for (let outer = file.parentOf(id); outer >= 0; outer = file.parentOf(outer)) {
    const fact = file.facts.values[outer]!;
    if (fact.kind === 'template') return BEGINS_WORK.test(fact.texts[0] ?? '');
    if (fact.kind === 'concat') {
      const first = file.facts.values[fact.parts[0]!];
      return first?.kind === 'literal' && BEGINS_WORK.test(String(first.value));
    }
    if (fact.kind === 'function' || fact.kind === 'object') return false;
  }
  return false;
}

/** A salt, or what makes a request single, has to differ, and need not be kept from anybody. */
function isSalt(name: string): boolean {
  const words = splitWords(name);
  return words.includes('salt') || words.join('') === 'signaturenonce' ? !words.some((word) => word !== 'salt' && word !== 'signature' && word !== 'nonce' && SECRET.has(word)) : false;
}

/**
 * `with: secret` or `with: harmless`: the purpose, by the names of the data, the variable, the property and the function;
 * `with: salt`: a random number that only has to differ; `with: prescribed`: a format or protocol says what to use; `with: generated`: what is hashed has its own randomness, and stands for nobody;
 * `with: mail-signature`: the file speaks of DKIM; `with: password`: what is hashed is a password, and nothing slow or secret goes on with the result.
 */
export const purpose: Predicate = (site, operand, { program }) => {
  if (operand === 'password') return ofPassword(site, program);
  if (operand === 'mail-signature') return answerOf(site.value !== null && (speaksOf(SIGNS_MAIL, site.value.file) || site.value.file.facts.bindings.some(({ name }) => SIGNS_MAIL.test(name))));
  if (operand === 'prescribed') return answerOf(site.value !== null && speaksOf(PRESCRIBED, site.value.file));
  if (typeof operand !== 'string' || !PURPOSES.has(operand)) throw new Error(`crypto.purpose takes one of ${[...PURPOSES].join(', ')}, prescribed, mail-signature or password`);
  if (site.value === null) return unknown('what it is for');
  const isRandom = site.role?.role === 'random.weak';
  const { data, becomes, held, around, isGiven } = namesAround(site.value, program);
  const isHarmless = (isRandom && (held.some((name) => OF_WORK.test(name)) || numbersWork(site.value))) || [...data, ...becomes, ...held, around].some((name) => HARMLESS.test(name)) || (isRandom ? held.some((name) => QUANTITY.test(name)) : looksUpStolenPasswords(site.value.file));
  const hashed = isRandom ? undefined : data.find((name) => SECRET_DATA.test(splitWords(name).at(-1) ?? ''));
  const hit = hashed ?? (site.role?.entry.attributes['keyed'] === true ? undefined : (secretAmong([...becomes, ...held], around, isGiven) ?? (isRandom ? codeOfDigits(held, site.value) : undefined)));
  const isOfVisit = !isRandom && hashed === undefined && data.some((name) => OF_VISITOR.test(name));
  const isGenerated = !isRandom && data.some((name) => GENERATED.test(splitWords(name).at(-1) ?? '') || splitWords(name)[0] === 'random') && ![...data, ...becomes, ...held, around].some((name) => SIGNS.test(name));
  const found = isHarmless || isOfVisit ? 'harmless' : hit === undefined || (!isRandom && speaksOf(PRESCRIBED, site.value.file)) ? 'open' : isRandom && isSalt(hit) ? 'salt' : isGenerated ? 'generated' : 'secret';
  return answerOf(found === operand, { values: { source: hit ?? '' } });
};

function ofPassword({ value, role }: Site, program: Program): Answer {
  if (value === null || looksUpStolenPasswords(value.file) || isHashedAgain(value)) return NO;
  const { data, becomes, through, held, around } = namesAround(value, program);
  const key = role === null ? null : program.argument(role, 'key');
  // The key of an HMAC stands for what is hashed where that is a password; a setting is a key, whatever it is called.
  const isSetting = key !== null && program.trace(key, { sink: 'value' }).origins.some(({ kind }) => kind === 'environment');
  if (key !== null && !isSetting) collectNames(key.file, key.id, data, 0);
  const hashed = data.find((name) => CHOSEN.test(splitWords(name).at(-1) ?? '')) ?? (HASHES_PASSWORD.test(around) ? 'the password' : undefined);
  const isOther = [...becomes, ...through, ...held, around].some((name) => GOES_ON.test(name) || HARMLESS.test(name));
  return hashed === undefined || isOther ? NO : yes({ values: { source: hashed } });
}

const HASHES_SLOWLY = /^(?:hash|compare|verify|bcrypt|argon2?|scrypt|pbkdf2)\w*$/i;
const COST = /^(?:salt_?)?(?:rounds|cost)$/i;

/** The digest takes the place of the password in a call that names the slow hash or its cost: `worker.exec('hash', [password, rounds])`. */
function isHashedAgain({ file, id }: ValueRef): boolean {
  const { values, bindings } = file.facts;
  let outer = id;
  while (file.parentOf(outer) >= 0 && outer !== file.parentOf(outer)) outer = file.parentOf(outer);
  const held = new Set([...usesIn(file).writtenTo(outer), ...usesIn(file).bindingsOf(outer).map((binding) => bindings[binding]!.name)]);
  const within = file.functionAt(values[id]!.start);
  const says = (part: number): boolean => {
    const fact = values[part];
    if (fact?.kind === 'array') return fact.elements.some(says);
    return fact?.kind === 'literal' ? HASHES_SLOWLY.test(String(fact.value)) : fact?.kind === 'reference' && COST.test(fact.name);
  };
  const takes = (part: number): boolean => {
    const fact = values[part];
    return fact?.kind === 'array' ? fact.elements.some(takes) : fact?.kind === 'reference' && held.has(fact.name);
  };
  return held.size > 0 && file.facts.calls.some((call) => {
    const fact = values[call]!;
    return fact.kind === 'call' && fact.start > values[id]!.start && file.functionAt(fact.start) === within && fact.args.some(says) && fact.args.some(takes);
  });
}

const SPOKEN = new WeakMap<LinkedFile, Map<RegExp, boolean>>();

function looksUpStolenPasswords(file: LinkedFile): boolean {
  return speaksOf(STOLEN_PASSWORDS, file);
}

/** Does the file's path, or a text in it, say so? */
function speaksOf(pattern: RegExp, file: LinkedFile): boolean {
  const known = SPOKEN.get(file) ?? new Map<RegExp, boolean>();
  SPOKEN.set(file, known);
  let answer = known.get(pattern);
  if (answer === undefined) {
    const { path, values } = file.facts;
    answer = pattern.test(path) || values.some((fact) => (fact.kind === 'literal' ? fact.type === 'string' && pattern.test(String(fact.value)) : fact.kind === 'template' ? fact.texts.some((text) => pattern.test(text)) : false));
    known.set(pattern, answer);
  }
  return answer;
}

/** A function that is called after what it makes: `generateToken`, or `apiKey` when it gives back what was drawn. */
function secretAmong(becomes: readonly string[], around: string, isGiven: boolean): string | undefined {
  const named = becomes.find(isSecretName);
  if (named !== undefined) return named;
  // What is got (`getCredentials`) is seldom made there.
  return (isGiven || (MAKES.test(around) && !/^get(?!.*(?:random|new))/i.test(around))) && isSecretName(around) ? around : undefined;
}

/** A range that gives a number of four digits or more that all count: `100000 + Math.random() * 900000`. */
const DIGITS = /^[19]0{3,}$|^9{4,}$/;

/** `const code = Math.floor(100000 + Math.random() * 900000)`: a code that is sent to somebody and typed in again. */
function codeOfDigits(held: readonly string[], { file, id }: ValueRef): string | undefined {
  const code = held.find((name) => name === 'code');
  if (code === undefined) return undefined;
  for (let parent = file.parentOf(id); parent >= 0; parent = file.parentOf(parent)) {
    const { start, end, kind } = file.facts.values[parent]!;
    if (kind === 'binary' && file.valuesWithin(start, end).some((inner) => { const fact = file.facts.values[inner]!; return fact.kind === 'literal' && DIGITS.test(String(fact.value)); })) return code;
  }
  return undefined;
}

function isSecretName(name: string): boolean {
  const words = splitWords(name);
  return words.some((word) => SECRET.has(word)) || SECRET_PAIRS.test(words.join(''));
}

interface Names {
  /** Of what is hashed. */
  data: string[];
  /** Of what it is passed to and put into on the way. */
  becomes: string[];
  /** Of the things whose methods it is passed to: `bcrypt` in `bcrypt.hash(digest)`. */
  through: string[];
  /** Of the variable or property that the result is held by. */
  held: string[];
  /** The function around it. */
  around: string;
  /** That function gives the result back. */
  isGiven: boolean;
}

function namesAround({ file, id }: ValueRef, program: Program): Names {
  const names: Names = { data: [], becomes: [], through: [], held: [], around: program.symbolAt({ file, id }).split('.').at(-1) ?? '', isGiven: false };
  argumentsOf(file, id, names.data, true);
  const uses = usesIn(file);
  let current = id;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const parent = file.parentOf(current);
    if (parent === NONE) {
      // What a callback gives back goes on in what it is given to: `letters.map(() => Math.random())`.
      const given = uses.returnedBy(current)[0];
      const callback = given === undefined ? NONE : uses.valueOfFunction(given);
      if (callback === NONE || file.facts.values[file.parentOf(callback)]?.kind !== 'call') break;
      current = callback;
      continue;
    }
    const fact = file.facts.values[parent]!;
    // A comparison, a draw or a delay: nothing of it is kept.
    if (fact.kind === 'binary' && (/^[<>=!]/.test(fact.operator) || isShuffle(file, parent)) && names.data.length === 0) return { ...names, around: 'sample' };
    if (fact.kind === 'function') break;
    noteParent(file, parent, current, names);
    current = parent;
  }
  names.becomes.push(...uses.bindingsOf(current).flatMap((binding) => keyOfSessions(file, binding)));
  names.held.push(...uses.bindingsOf(current).map((binding) => file.facts.bindings[binding]!.name), ...uses.writtenTo(current));
  return { ...names, isGiven: uses.returnedBy(current).length > 0 };
}

/** `letters.sort(() => Math.random() - 0.5)`: what is drawn already only changes places. */
function isShuffle(file: LinkedFile, difference: number): boolean {
  const given = usesIn(file).returnedBy(difference)[0];
  const callback = given === undefined ? NONE : usesIn(file).valueOfFunction(given);
  const call = callback === NONE ? undefined : file.facts.values[file.parentOf(callback)];
  const callee = call?.kind === 'call' ? file.facts.values[call.callee] : undefined;
  return callee?.kind === 'member' && callee.name === 'sort';
}

function noteParent(file: LinkedFile, parent: number, current: number, names: Names): void {
  const fact = file.facts.values[parent]!;
  if (fact.kind === 'object') names.becomes.push(fact.properties.find((each) => each.value === current)?.name ?? '');
  if (fact.kind !== 'call') return;
  const callee = file.facts.values[fact.callee];
  if (fact.callee !== current && (callee?.kind === 'member' || callee?.kind === 'reference')) names.becomes.push(callee.name ?? '');
  const object = fact.callee !== current && callee?.kind === 'member' ? file.facts.values[callee.object] : undefined;
  if (object?.kind === 'reference') names.through.push(object.name);
  if (callee?.kind === 'member' && callee.name === 'update') argumentsOf(file, parent, names.data, false);
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
