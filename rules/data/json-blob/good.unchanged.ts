import mongoose from 'mongoose';

const Chat = mongoose.model('Chat', new mongoose.Schema({ messages: [Object], title: { type: String, required: true } }));

// The write is refused when somebody else was faster.
export async function addMessage(id: string, message: object): Promise<boolean> {
  const chat = await Chat.findById(id).lean();
  const { modifiedCount } = await Chat.updateOne({ _id: id, __v: chat!.__v }, { $set: { messages: [...chat!.messages, message] }, $inc: { __v: 1 } });
  return modifiedCount === 1;
}

export async function write(filter: object, guard: object, id: string, message: object): Promise<boolean> {
  const chat = await Chat.findById(id).lean();
  const { matchedCount } = await Chat.updateOne({ ...filter, ...guard }, { $set: { messages: [...chat!.messages, message] } });
  return matchedCount > 0;
}
