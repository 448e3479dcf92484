const { createClient } = require('redis');
const { Queue } = require('bullmq');
const Redis = require('ioredis');
const logger = require('./logger');

// The same object under the same name.
module.exports = {
  methods(self) {
    return {
      async enable() {
        self.client = createClient(self.options.redis);
        self.client.on('error', (error) => logger.error(error));
        await self.client.connect();
      },
    };
  },
};

// Which events these are only shows when it runs.
module.exports.createSessions = function (options) {
  const sessions = createClient(options);
  const events = { error: 'lost', ready: 'there' };
  Object.entries(events).forEach(([event, message]) => sessions.on(event, () => logger.info(message)));
  return sessions;
};

// The queue that takes it listens.
module.exports.Jobs = class {
  open(connection) {
    this.connection = connection ?? new Redis({ maxRetriesPerRequest: null });
    this.queue = new Queue('jobs', { connection: this.connection });
  }
};
