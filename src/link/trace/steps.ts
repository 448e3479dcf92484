/** The walk told forwards: source first, sink last. */
import type { Step } from '../../contracts/audit.js';
import type { Origin } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import type { Visit } from './visit.js';

const MAXIMUM_STEPS = 24;

/** Kinds of request data that do not come with a request's own parts. */
const SOURCES: Readonly<Record<string, string>> = { message: 'a message', archive: "the name of an archive's entry", arguments: 'an argument of a remote call' };

export function stepsOf(link: Linking, origin: Visit, kind: Origin['kind'], detail: string): Step[] {
  const steps: Step[] = [{ location: link.location(origin.ref), text: sourceText(link, origin, kind, detail) }];
  for (let visit: Visit | null = origin; visit !== null && steps.length < MAXIMUM_STEPS; visit = visit.from) {
    if (visit.text === '' || visit.from === null) continue;
    const location = link.location(visit.toldAtTarget ? visit.from.ref : visit.ref);
    const previous = steps[steps.length - 1]!;
    const same = previous.location.path === location.path && previous.location.line === location.line && previous.text === visit.text;
    if (!same) steps.push({ location, text: visit.text });
  }
  return steps;
}

function sourceText(link: Linking, origin: Visit, kind: Origin['kind'], detail: string): string {
  const written = link.describe(origin.ref);
  switch (kind) {
    case 'request': {
      const part = detail.split('.')[1] ?? 'data';
      return `${SOURCES[part] ?? `request ${part}`} is read: ${written}`;
    }
    case 'environment':
      return `an environment variable is read: ${written}`;
    case 'datastore':
      return `a stored value is read back: ${written}`;
    case 'principal':
      return `a verified token is read: ${written}`;
    case 'parameter':
      return `parameter "${detail}" comes from outside the audited code`;
    default:
      return `value comes from ${written}`;
  }
}
