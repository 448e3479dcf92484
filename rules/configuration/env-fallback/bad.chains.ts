// The literal replaces the last variable of a chain, whichever come before it.
export const pubsub = {
  host:
    process.env.PUBSUB_REDIS_HOST ||
    // expect: env-fallback P1
    process.env.REDIS_HOST ||
    '127.0.0.1',
  port: Number(
    process.env.PUBSUB_REDIS_PORT ||
      // expect: env-fallback P2
      process.env.REDIS_PORT ||
      '6379',
  ),
};

// A value that is no variable of this kind in between.
export const api = (options: { url?: string }) =>
  // expect: env-fallback
  process.env.API_URL || options.url || 'http://localhost:3000';
// expect: env-fallback
export const search = (options: { url?: string }) => options.url || process.env.SEARCH_URL || 'http://localhost:9200';

// Each read of a variable, in one finding.
// expect: env-fallback
export const first = process.env.QUEUE_URL || 'amqp://localhost';
// expect: env-fallback
export const second = process.env.QUEUE_URL || 'amqp://localhost';
