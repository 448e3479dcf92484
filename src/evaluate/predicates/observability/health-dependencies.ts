/** `dependency.looked-at`: does a probe, or the start of the service, look at what the site is a client of? */
import { NO, unknown, yes } from '../../answer.js';
import { isAmong, probeLooks, startLooks } from '../../health/dependency-looks.js';
import type { Looks } from '../../health/dependency-looks.js';
import type { Evaluation } from '../../evaluation.js';
import type { Predicate } from '../index.js';

const PROBES = new WeakMap<Evaluation, Looks | null>();
const STARTS = new WeakMap<Evaluation, ReadonlySet<string>>();

/** Unknown where no route is a probe, or where some of what it runs cannot be followed. */
export const lookedAt: Predicate = ({ role, service }, _operand, evaluation) => {
  if (role === null) return NO;
  let probes = PROBES.get(evaluation);
  if (probes === undefined) PROBES.set(evaluation, (probes = probeLooks(evaluation)));
  if (probes !== null && (service === null ? isAmong(role, probes.packages) : probes.services.has(service.key))) return yes({ reason: 'a probe looks at it' });
  let starts = STARTS.get(evaluation);
  if (starts === undefined) STARTS.set(evaluation, (starts = startLooks(evaluation)));
  if (service === null && isAmong(role, starts)) return yes({ reason: 'the start looks at it' });
  if (probes === null) return unknown('whether anything looks at it: no route is a probe');
  if (probes.open !== null) return unknown(`what ${probes.open} looks at`);
  const byLibrary = evaluation.roleSites(['health.endpoint', 'health.endpoint.optional'], 'wide').length > 0;
  return byLibrary ? unknown('what the library that answers the probes looks at') : NO;
};
