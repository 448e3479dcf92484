/** Other companies' services: breakers, retries, time limits, language models. */
import { homeMadeBreaker } from './circuit-breakers.js';
import { answersKept, constantQuestion, forSearch, onRequest, oneShot } from './kept-answers.js';
import { unlimitedHistory } from './llm-history.js';
import { ownFile } from './own-files.js';
import { raceATimer } from './promises.js';
import { reachedByRequest, waitsForIt } from './request-path.js';
import { retryLoop } from './retries.js';
import { onlySigns } from './service-clients.js';
import { noneSeen, repeatable } from './unretried-calls.js';
import type { Predicate } from '../index.js';

export const SERVICES: Readonly<Record<string, Predicate>> = {
  'answers.constant': constantQuestion,
  'answers.for-search': forSearch,
  'answers.kept': answersKept,
  'answers.on-request': onRequest,
  'answers.one-shot': oneShot,
  'breaker.home-made': homeMadeBreaker,
  'llm.history-unlimited': unlimitedHistory,
  'promises.race-a-timer': raceATimer,
  'request.own-file': ownFile,
  'request.reaches': reachedByRequest,
  'request.waits': waitsForIt,
  'retry.loop': retryLoop,
  'retry.none-seen': noneSeen,
  'retry.repeatable': repeatable,
  'service-client.only-signs': onlySigns,
};
