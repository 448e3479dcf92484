import express from 'express';
import mongoose from 'mongoose';

const Task = mongoose.model('Task', new mongoose.Schema({ title: String, status: String }));
const Key = mongoose.model('Key', new mongoose.Schema({ key: String }));
const router = express.Router();
router.use(express.json());

// Somebody else may be named.
router.post('/tasks', async (req, res) => {
  // expect: nosql-injection P0
  res.json(await Task.find({ owner: String(req.body.owner), status: req.body.status }));
});

// It need not be known.
router.post('/keys', async (req, res) => {
  // expect: nosql-injection P0
  res.json(await Key.findOne({ organization: req.organization.id, key: req.body.key }));
});

// Every row goes at once.
router.delete('/tasks', async (req, res) => {
  // expect: nosql-injection P0
  await Task.deleteMany({ organization: req.user.organization, status: req.body.status });
  res.end();
});

// The condition can be replaced.
router.post('/all', async (req, res) => {
  // expect: nosql-injection P0
  res.json(await Task.find({ organization: req.user.organization, ...req.body }));
});

export default router;
