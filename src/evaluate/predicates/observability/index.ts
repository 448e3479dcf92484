/** Health, metrics, traces, the ids of requests, and who hears of failures. */
import { idByLibrary, idLogged, idMade } from './correlation.js';
import { trackerTooEarly, wired } from './error-tracking.js';
import { healthRoute, healthSilent, healthTells } from './health.js';
import { lookedAt } from './health-dependencies.js';
import { usageRead } from './llm-usage.js';
import { metricOfErrors } from './metrics.js';
import { ownService, traceForwarded } from './trace-propagation.js';
import { tracingTooLate } from './tracing.js';
import type { Predicate } from '../index.js';

export const OBSERVABILITY: Readonly<Record<string, Predicate>> = {
  'correlation.library': idByLibrary,
  'correlation.logged': idLogged,
  'correlation.made': idMade,
  'dependency.looked-at': lookedAt,
  'error-tracking.too-early': trackerTooEarly,
  'error-tracking.wired': wired,
  'health.route': healthRoute,
  'health.silent': healthSilent,
  'health.tells': healthTells,
  'llm.usage-read': usageRead,
  'metrics.errors': metricOfErrors,
  'trace.forwarded': traceForwarded,
  'trace.own-service': ownService,
  'tracing.too-late': tracingTooLate,
};
