/** `jobs.state-elsewhere`: something may tell how far jobs are that is neither the queue nor a route of such a name. */
import { NO, unknown } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const BOOKS = /^(?:jobs?|tasks?|imports?|exports?|runs?|executions?|batch|batches|operations?|workflows?|processings?|migrations?)$/;
const PUSHES: ReadonlySet<string> = new Set(['socket.io', 'ws', 'pusher', 'ably', '@nestjs/websockets', '@supabase/realtime-js', 'centrifuge', 'graphql-subscriptions', 'graphql-redis-subscriptions', 'graphql-ws', 'subscriptions-transport-ws']);

export const jobStateElsewhere: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const kept = program.queries.find(({ entities, value }) => evaluation.holds(value, 'wide') && entities.some((entity) => splitWords(entity).some((word) => BOOKS.test(word))));
  if (kept !== undefined) return unknown('whether the rows of jobs that it keeps tell their state', { related: [{ location: program.location(kept.value), text: 'rows of jobs' }] });
  const dependsOnPushes = evaluation.packages('wide').some(({ dependencies }) => dependencies.some(({ name }) => PUSHES.has(name)));
  // `import { PubSub } from 'apollo-server'`: subscriptions that a server of GraphQL brings along.
  const pushes = dependsOnPushes || evaluation.files.some(({ facts }) => facts.imports.some(({ name, specifier }) => name === 'PubSub' && !specifier.startsWith('.')));
  return pushes ? unknown('whether the end of a job is pushed to clients') : NO;
};
