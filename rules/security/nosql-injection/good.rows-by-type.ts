// What one request copies into the row that it has read is not in the row that another request reads, though both have the same type.
import express, { type Request, type Response } from 'express';
import { assignIn } from 'lodash';
import mongoose, { type Document, Schema } from 'mongoose';
import type { Merge } from 'type-fest';

interface Form extends Document {
  title: string;
}
type PopulatedForm = Merge<Form, { admin: { email: string } }>;

const FormModel = mongoose.model('Form', new Schema({ title: String }));
const SubmissionModel = mongoose.model('Submission', new Schema({ form: String }));

function update(form: PopulatedForm, changes: Record<string, unknown>) {
  assignIn(form, changes);
  return form.save();
}

function submitted(form: PopulatedForm) {
  // ok: nosql-injection
  return SubmissionModel.exists({ form: form._id });
}

const app = express();
app.use(express.json());

app.put('/forms/:id', async (req: Request, res: Response) => {
  // ok: nosql-injection
  const form = await FormModel.findById(req.params.id);
  res.json(await update(form as PopulatedForm, req.body));
});

app.get('/forms/:id/submitted', async (req: Request, res: Response) => {
  // ok: nosql-injection
  const form = await FormModel.findById(req.params.id);
  res.json(await submitted(form as PopulatedForm));
});
