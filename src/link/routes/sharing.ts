/**
 * Frameworks in which what an inner application sets stays inside it unless it says otherwise (Elysia): `onBeforeHandle({ as: 'scoped' },
 * check)`, `app.as('global')`. What it shares holds for what its user registers later.
 */
import { type Linking, indexed } from '../linking.js';
import { handlersIn } from './handlers.js';
import type { Registrations, Scope, Step } from './registrations.js';

const MAXIMUM_NESTING = 6;

/** How far a step is shared: 0 not at all, 1 with the user, more with all above. */
function reach(link: Linking, step: Step, whole: number): number {
  const written = link.argument(step.site, 'share');
  const names = written === null ? [] : (link.constants(written) ?? []);
  return Math.max(whole, ...names.map((name) => (name === 'global' ? Infinity : name === 'scoped' ? 1 : 0)));
}

/** The steps of an inner application whose middleware also holds outside. */
export function sharedSteps(registrations: Registrations, scope: Scope, depth = 1): Step[] {
  if (depth > MAXIMUM_NESTING) return [];
  const { link } = registrations;
  const steps = registrations.stepsOf(scope);
  const whole = Math.max(0, ...steps.filter((step) => step.site.role === 'http.router.share').map((step) => reach(link, step, 0)));
  return steps.flatMap((step) => {
    if (step.site.role !== 'http.middleware.use' && step.site.role !== 'http.plugin.register') return [];
    const inner = handlersIn(link, link.argumentList(step.site, 'handlers'), step.context).items.flatMap((item) => registrations.routersAt(indexed(item), step.context));
    if (inner.length > 0) return inner.flatMap(({ instance }) => sharedSteps(registrations, registrations.scopeOf(instance, step.site), depth + 1));
    return reach(link, step, whole) >= depth ? [step] : [];
  });
}
