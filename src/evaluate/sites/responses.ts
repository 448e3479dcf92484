/** `{ response: true }`: every place that gives a client the body of an answer. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';
import { siteOfRole } from '../site.js';
import type { Site } from '../site.js';
import { rootOf } from './response-root.js';
import { RETURNED, returnedResponses } from './returned-responses.js';

/** What responses are called where their library cannot be told. */
const RESPONSE_WORDS: ReadonlySet<string> = new Set(['res', 'response', 'reply']);

const memo = new WeakMap<Evaluation, Site[]>();

export function responseSites(evaluation: Evaluation): Site[] {
  let sites = memo.get(evaluation);
  if (sites === undefined) {
    sites = findResponses(evaluation).map((role) => ({ ...siteOfRole(role, evaluation.program), ...(role.path === RETURNED ? { label: 'return' } : {}) }));
    memo.set(evaluation, sites);
  }
  return sites;
}

function findResponses(evaluation: Evaluation): RoleSite[] {
  const found = new Map<string, RoleSite>();
  for (const site of evaluation.roleSites(['http.response.body'], 'own')) if (!found.has(keyOf(site.value))) found.set(keyOf(site.value), site);
  for (const site of evaluation.roleSites(['http.response.body.unresolved'], 'own')) {
    if (!found.has(keyOf(site.value)) && isCalledResponse(site.value, evaluation)) found.set(keyOf(site.value), site);
  }
  for (const site of returnedResponses(evaluation)) if (!found.has(keyOf(site.value))) found.set(keyOf(site.value), site);
  return [...found.values()];
}

/** `res.status(200).send(…)` on something that is no object of the program's own. */
function isCalledResponse({ file, id }: ValueRef, { program }: Evaluation): boolean {
  const fact = file.facts.values[id];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  if (fact?.kind !== 'call' || callee?.kind !== 'member' || fact.args.length === 0) return false;
  const root = rootOf(file, callee.object);
  const name = file.facts.values[root];
  if (name?.kind !== 'reference' && name?.kind !== 'member') return false;
  if (!RESPONSE_WORDS.has(splitWords(name.name ?? '').at(-1) ?? '')) return false;
  return program.resolve({ file, id: root }).every((entity) => entity.kind === 'unknown' || entity.kind === 'api');
}
