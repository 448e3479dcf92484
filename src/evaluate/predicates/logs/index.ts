/** Lines of the log, and what stands in them. */
import { logRow, logRowInTransaction, logRowTrail, logRowWaited } from './database-logs.js';
import { logNames, logRecords, logRequest } from './log-data.js';
import { bodyOfNobody } from './logged-bodies.js';
import { logFields } from './log-fields.js';
import { lineOriented, logRequestText } from './log-lines.js';
import { onlyLogged } from './logging.js';
import { structured } from './structured-logs.js';
import { aside, inJob, inPages, inRequest, terminal } from './terminal-logs.js';
import type { Predicate } from '../index.js';

export const LOGS: Readonly<Record<string, Predicate>> = {
  'log-row.in-transaction': logRowInTransaction,
  'log-row.kept': logRow,
  'log-row.trail': logRowTrail,
  'log-row.waited': logRowWaited,
  'log.aside': aside,
  'log.body-of-nobody': bodyOfNobody,
  'log.fields': logFields,
  'log.in-job': inJob,
  'log.in-pages': inPages,
  'log.in-request': inRequest,
  'log.line-oriented': lineOriented,
  'log.names': logNames,
  'log.records': logRecords,
  'log.request': logRequest,
  'log.request-text': logRequestText,
  'log.structured': structured,
  'log.terminal': terminal,
  'only-logged': onlyLogged,
};
