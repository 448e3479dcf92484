import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();
const Chat = mongoose.model('Chat', new mongoose.Schema({ messages: [Object], title: { type: String, required: true } }));

export async function addMessage(id: string, message: object, body: { messages: object[] }) {
  await pool.query('INSERT INTO messages (chat_id, content) VALUES ($1, $2)', [id, JSON.stringify(message)]);
  // Appended where it is kept.
  await Chat.updateOne({ _id: id }, { $push: { messages: message } });
  await pool.query('UPDATE chats SET messages = messages || $1::jsonb WHERE id = $2', [JSON.stringify([message]), id]);
  // What the client sent, and nothing that was read.
  await prisma.chat.update({ where: { id }, data: { messages: [...body.messages, message] } });
  // Shorter, not longer.
  const chat = await prisma.chat.findUniqueOrThrow({ where: { id } });
  await prisma.chat.update({ where: { id }, data: { messages: (chat.messages as object[]).slice(-50) } });
  // Of another column.
  await prisma.chat.update({ where: { id }, data: { summary: [...(chat.messages as object[]), message].length } });
}
