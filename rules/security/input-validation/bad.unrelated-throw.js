const express = require('express');
const Post = require('./models/post');

const app = express();
app.use(express.json());

// Throws for a reason of its own, not because of what stands in the body.
function withPlan(req, res, next) {
  if (!process.env.PLAN) throw new Error('no plan');
  req.plan = Number(req.body.plan) || 0;
  req.title = `${req.body.title}`.trim();
  next();
}

// expect: input-validation
app.post('/posts', withPlan, async (req, res) => {
  res.json(await Post.create({ title: req.body.title, plan: req.body.plan }));
});

// Wraps what it is given; nothing of it is checked.
// expect: input-validation
app.put('/posts/:id', async (req, res) => {
  const body = await Promise.resolve(req.body).catch(() => ({}));
  res.json(await Post.findByIdAndUpdate(req.params.id, body));
});
