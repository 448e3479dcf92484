/** Addresses that users give on purpose, and what keeps requests from private ones. */
import type { Origin, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO, yes } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import { isFilledIn, isOfSignedInUsers } from '../../authentication/senders.js';
import { namesOneOf, splitWords, vocabularyOf } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const CREDENTIAL = vocabularyOf(['token', 'secret', 'password', 'passwd', 'api key', 'access key', 'private key', 'credentials', 'pat'], ['csrf token', 'session token']);
/** Options of a request by which it signs in. */
const SIGNS_IN: readonly string[] = ['headers', 'auth', 'username', 'password'];

/** `outbound.own-system`: what a client filled in besides the address are the credentials that the program sends there. */
export const ownSystem: Predicate = ({ role }, _operand, { program }) => {
  if (role === null) return NO;
  return sentAlong(role, program).some((origin) => namesOneOf(nameOf(origin, program), CREDENTIAL)) ? yes() : NO;
};

/** What says that the address of another system of the user's is meant, which is there to be asked. */
const OF_ANOTHER_SYSTEM: ReadonlySet<string> = new Set(['webhook', 'webhooks', 'hook', 'callback', 'server', 'remote', 'instance', 'base', 'endpoint', 'registry', 'issuer', 'feed', 'repo', 'repository']);

/** `outbound.entered-by-purpose`: signed-in users, or whom it cannot be told of, fill in the address, under a name that says that it is another system's: `webhookUrl`, `serverUrl`. */
export const enteredByPurpose: Predicate = ({ role }, _operand, { program }) => {
  if (role === null) return NO;
  const origins = ['url', 'host', 'base'].flatMap((name) => program.argumentList(role, name)).flatMap((value) => requestsIn(value, 'url', program));
  const isOne = (origin: Origin) => {
    const words = splitWords(`${origin.detail.replace(/^request\.\w+/, '')} ${nameOf(origin, program)}`);
    return words.some((word) => OF_ANOTHER_SYSTEM.has(word)) && isOfSignedInUsers(origin, program, true);
  };
  return origins.length > 0 && origins.every(isOne) ? yes() : NO;
};

const PROTECTS: ReadonlySet<string> = new Set(['safe', 'ssrf', 'private', 'protected', 'guarded', 'guard', 'filtering', 'filtered', 'restricted', 'public']);
/** Where a client library is told how to connect. */
const CONNECTS: readonly (readonly string[])[] = [['dispatcher'], ['agent'], ['agent', 'http'], ['agent', 'https'], ['httpAgent'], ['httpsAgent']];
/** Functions that look addresses up for the client, and may refuse some. */
const LOOKS_UP: readonly string[] = ['lookup', 'dnsLookup'];

/** `outbound.kept-public`: the request goes through a client or an agent that is named as one that refuses private addresses, or a look-up of the program's own. */
export const keptPublic: Predicate = ({ role, value }, _operand, { program }) => {
  if (role === null || value === null) return NO;
  const fact = program.fact(value);
  const protects = (each: ValueRef) => [each, ...program.sourcesOf(each)].some((source) => splitWords(program.describe(source).replace(/\(.*$/s, '')).some((word) => PROTECTS.has(word)));
  if (fact.kind === 'call' && protects({ file: value.file, id: fact.callee })) return yes();
  return LOOKS_UP.some((name) => optionsAt(role, [name], program).length > 0) || CONNECTS.some((path) => optionsAt(role, path, program).some(protects)) ? yes() : NO;
};

/** What a client filled in of the address, the headers and the sign-in of a request; what is sent as its body may be anybody's. */
function sentAlong(role: RoleSite, program: Program): Origin[] {
  const inOptions = SIGNS_IN.flatMap((name) => optionsAt(role, [name], program));
  const given = ['url', 'host', 'base', 'password', ...SIGNS_IN].flatMap((name) => program.argumentList(role, name));
  // Where the way of the address itself is not sure, that of the credentials beside it need not be surer.
  const addresses = ['url', 'host', 'base'].flatMap((name) => [...program.argumentList(role, name), ...optionsAt(role, [name], program)]).flatMap((value) => requestsIn(value, 'url', program));
  const mayBeLossy = addresses.length > 0 && addresses.every((origin) => origin.lossy);
  return [...given, ...inOptions].flatMap((value) => requestsIn(value, 'origin', program)).filter((origin) => (isFilledIn(origin) || isOfJob(origin)) && (mayBeLossy || !origin.lossy));
}

/** A job that holds an address and what to sign in with there was made for that system. */
function isOfJob({ detail }: Origin): boolean {
  return /^request\.message\./.test(detail);
}

/** What the options of the request have at a path. */
function optionsAt(role: RoleSite, path: readonly string[], program: Program): readonly ValueRef[] {
  return program.argumentList(role, 'options').flatMap((each) => {
    const found = program.property(each, path);
    return found.kind === 'found' ? found.values : [];
  });
}

function requestsIn(value: ValueRef, sink: 'url' | 'origin', program: Program): Origin[] {
  return program.trace(value, { sink }).origins.filter((origin) => origin.kind === 'request');
}

/** `apiKey` for `req.body.apiKey`, however it is taken out. */
function nameOf({ detail, value }: Origin, program: Program): string {
  const [, , ...path] = detail.split('.');
  const names = path.filter((name) => /^[\w$]+$/.test(name));
  return names.at(-1) ?? writtenName(program.fact(value)) ?? '';
}

const SENT = new WeakMap<Program, ReadonlySet<string>>();

/** `outbound.sent`: the request that is made here is given to something that sends it, as far as the program shows. */
export const sent: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  let keys = SENT.get(program);
  if (keys === undefined) {
    const given = program.sitesOf('http.request').flatMap((site) => program.argument(site, 'request') ?? []);
    const made = given.flatMap((each) => program.resolve(each)).flatMap((entity) => (entity.kind === 'api' && entity.created !== null ? [entity.created] : []));
    SENT.set(program, (keys = new Set([...given, ...given.flatMap((each) => program.sourcesOf(each)), ...made].map(keyOf))));
  }
  return answerOf(keys.has(keyOf(value)), { reason: 'a call sends it' });
};
