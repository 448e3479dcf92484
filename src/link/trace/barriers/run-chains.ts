/** Checks of single fields that a handler runs itself: `await body('on').isIn(['yes', 'no']).run(req)`, whose outcome it asks for. */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { nameOf } from './names.js';
import type { Protection } from './protection.js';
import { asksForOutcome, provenByFieldChain } from './route-schemas.js';

/** What such a call proves of a part of the request that it is given; null for other calls, and where nobody asks how it went. */
export function provenByRunChain(link: Linking, call: FileValue, subject: Subject, judge: Judge): Protection | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'run' || fact.args[0] === undefined) return null;
  const request = nameOf(link, sibling(call, fact.args[0]));
  if (request === null || !subject.name.startsWith(`${request}.`)) return null;
  const [part, ...fields] = subject.name.slice(request.length + 1).split('.');
  const [chain, ...others] = link.sourcesOf(sibling(call, callee.object)).map(indexed);
  if (part === undefined || fields.length === 0 || chain === undefined || others.length > 0 || factOf(chain).kind !== 'call') return null;
  const proven = provenByFieldChain(link, chain, part, fields, judge);
  return proven !== null && asksForOutcome(link, [], { file: call.file, id: call.file.functionAt(fact.start) }) ? proven : null;
}
