// expect-project: error-tracking
import mongoose from 'mongoose';

const Note = mongoose.models.Note || mongoose.model('Note', new mongoose.Schema({ text: String }));

export async function POST(request: Request) {
  const { text } = await request.json();
  const note = await Note.create({ text: String(text) });
  return Response.json(note);
}
