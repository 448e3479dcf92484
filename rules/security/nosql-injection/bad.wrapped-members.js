// Controllers that are wrapped member by member answer the routes that they are given to, with the checks that stand before them there.
const express = require('express');
const mongoose = require('mongoose');
const asyncHandler = require('express-async-handler');
const { z } = require('zod');

const app = express();
app.use(express.json());
const Tag = mongoose.model('Tag', new mongoose.Schema({ name: String }));

function wrapped(controller) {
  const result = {};
  for (const name of Object.keys(controller)) {
    if (typeof controller[name] !== 'function') continue;
    result[name] = asyncHandler(controller[name]);
  }
  return result;
}

function checkBody(req, res, next) {
  const parsed = z.object({ name: z.string() }).safeParse(req.body);
  if (!parsed.success) return res.status(400).end();
  next();
}

const controller = {
  async find(req, res) {
    // ok: nosql-injection
    res.json(await Tag.find({ name: req.body.name }));
  },
  async remove(req, res) {
    // expect: nosql-injection P0
    res.json(await Tag.deleteMany({ name: req.body.name }));
  },
};

const tags = wrapped(controller);
app.post('/find', checkBody, tags.find);
app.post('/remove', tags.remove);
