/** Failures: who takes them, and what is told of them. */
import { aside, elsewhere, onlyMounts } from './applications-handed-on.js';
import { asyncHandlers, callbackFails, callbackIsAsync, detached, thrown } from './asynchronous.js';
import { plain } from './error-context.js';
import { errorAtHand, errorRefused, errorTold } from './error-details.js';
import { deviates, shaped } from './error-format.js';
import { developmentOnly } from './error-guards.js';
import { registered, short, tooEarly, unneeded, written } from './error-handlers.js';
import { acknowledges, answersNothing, attempt, goesOn, losesCause, reacts, returnsNothing } from './swallowed-errors.js';
import type { Predicate } from '../index.js';

export const ERRORS: Readonly<Record<string, Predicate>> = {
  'async.callback': callbackIsAsync,
  'async.callback-fails': callbackFails,
  'async.detached': detached,
  'async.handlers': asyncHandlers,
  'async.thrown': thrown,
  'catch.acknowledges': acknowledges,
  'catch.attempt': attempt,
  'catch.goes-on': goesOn,
  'catch.leaves-unanswered': answersNothing,
  'catch.loses-cause': losesCause,
  'catch.reacts': reacts,
  'catch.returns-nothing': returnsNothing,
  'development-only': developmentOnly,
  'error-format.deviates': deviates,
  'error-format.shaped': shaped,
  'error-handler.aside': aside,
  'error-handler.elsewhere': elsewhere,
  'error-handler.only-mounts': onlyMounts,
  'error-handler.registered': registered,
  'error-handler.short': short,
  'error-handler.too-early': tooEarly,
  'error-handler.unneeded': unneeded,
  'error-handler.written': written,
  'error.at-hand': errorAtHand,
  'error.refused': errorRefused,
  'error.told': errorTold,
  'errors.plain': plain,
};
