'use strict';
const { Agenda, backoffStrategies } = require('agenda');

const agenda = new Agenda({ backend: require('./backend') });

agenda.define('send receipt', async (job) => job.attrs.data, { backoff: backoffStrategies.exponential({ delay: 1000, maxRetries: 5 }) });

exports.finish = (order) => agenda.now('send receipt', { order: order.id });
