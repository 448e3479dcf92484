const Queue = require('bull');

const reports = new Queue('reports', 'redis://redis.internal');
reports.process(async (job) => render(job.data));
function render(data) {
  // expect: console-logging P2
  console.info('rendering', data.id);
}
