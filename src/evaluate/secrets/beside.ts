/** What stands beside a secret and tells that it opens nothing, or nothing but what pages show. */
import type { ObjectValue, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../contracts/program.js';

/** `username: 'mailer-user', password: 'mailer-pass'`: both say what is to be filled in; so does `user: 'mailer', password: 'mailer'` where nothing is seen to log in with it. */
export function isTwinOfUser(text: string, literal: ObjectValue | null, { file, id }: ValueRef): boolean {
  if (literal === null) return false;
  const users = literal.properties.filter(({ name }) => /^(?:user|username|user_name|login)$/i.test(name ?? '')).map(({ value }) => file.facts.values[value]);
  if (users.some((fact) => fact?.kind === 'literal' && fact.value === text)) return !isGivenToCall(file, id);
  const stem = /^(.+)[-_ ]?pass(?:word)?$/i.exec(text)?.[1]?.replace(/[-_ ]$/, '').toLowerCase();
  if (stem === undefined) return false;
  return literal.properties.some(({ value }) => {
    const fact = file.facts.values[value];
    return fact?.kind === 'literal' && new RegExp(`^${stem.replace(/[^a-z0-9]/g, '.')}[-_ ]?(?:user(?:name)?|login|name)$`, 'i').test(String(fact.value));
  });
}

/** `new Client({ user: …, password: … })`, however deep. */
function isGivenToCall(file: LinkedFile, id: ValueId): boolean {
  let around = file.parentOf(id);
  while (file.facts.values[around]?.kind === 'object') around = file.parentOf(around);
  return file.facts.values[around]?.kind === 'call';
}

/** `{ appId: …, apiKey: …, indexName: … }`: a key to search with, which pages show. */
export function isOfSearch(literal: ObjectValue | null): boolean {
  const has = (pattern: RegExp) => literal?.properties.some(({ name }) => pattern.test(name ?? '')) === true;
  return has(/^appId$/i) && has(/^ind(?:ex(?:Name)?|exes|ices)$/i);
}

/** `{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }`: no service draws the same text twice; a stand-in for one takes any. */
export function isTwinOfKeyId(text: string, literal: ObjectValue | null, { file }: ValueRef): boolean {
  return textsNamed(/^access_?key_?id$/i, literal, file).includes(text);
}

/** `{ passwordHash: '…', passwordSalt: '…' }`: the salt of one hash that is kept beside it. */
export function isSaltOfHash(name: string, literal: ObjectValue | null, { file }: ValueRef): boolean {
  return /salt$/i.test(name) && textsNamed(/hash$/i, literal, file).length > 0;
}

function textsNamed(pattern: RegExp, literal: ObjectValue | null, file: LinkedFile): unknown[] {
  return (literal?.properties ?? []).flatMap(({ name, value }) => {
    const fact = file.facts.values[value];
    return pattern.test(name ?? '') && fact?.kind === 'literal' ? [fact.value] : [];
  });
}
