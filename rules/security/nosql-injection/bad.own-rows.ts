import express from 'express';
import mongoose from 'mongoose';

const Task = mongoose.model('Task', new mongoose.Schema({ title: String, status: String }));
const router = express.Router();
router.use(express.json());

router.post('/tasks', async (req, res) => {
  // expect: nosql-injection P1
  res.json(await Task.find({ organization: req.user.organization, status: req.body.status }));
});

router.put('/tasks', async (req, res) => {
  const query = { _id: req.body.id, tenantId: req.tenantId };
  // expect: nosql-injection P1
  res.json(await Task.findOneAndUpdate(query, { status: 'done' }));
});

router.post('/own', async (req, res) => {
  // expect: nosql-injection P1
  res.json(await Task.findOne({ owner: req.user.id, title: req.body.title }));
});

router.post('/done', async (req, res) => {
  const own = { organization: req.user.organization, project: req.body.project };
  // expect: nosql-injection P1
  res.json(await Task.findOne({ ...own, status: 'done' }));
});

export default router;
