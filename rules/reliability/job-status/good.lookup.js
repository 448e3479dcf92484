const express = require('express');
const Queue = require('bull');

const app = express();
const exportsQueue = new Queue('exports', process.env.REDIS_URL);

app.post('/exports', async (req, res) => {
  const job = await exportsQueue.add({ tenant: req.body.tenant });
  res.status(202).json({ id: job.id });
});

app.get('/exports/:id', async (req, res) => {
  const job = await exportsQueue.getJob(req.params.id);
  res.json({ state: await job.getState() });
});

app.listen(3000);
