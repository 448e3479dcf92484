import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();
const Chat = mongoose.model('Chat', new mongoose.Schema({ messages: [Object], title: { type: String, required: true } }));

export async function addMessage(id: string, message: object) {
  const chat = await prisma.chat.findUniqueOrThrow({ where: { id } });
  // expect: json-blob P3
  await prisma.chat.update({ where: { id }, data: { messages: [...(chat.messages as object[]), message] } });
}

export async function addEvent(id: string, event: object) {
  const { rows } = await pool.query('SELECT events FROM sessions WHERE id = $1', [id]);
  const events = JSON.parse(rows[0].events || '[]');
  events.push(event);
  // expect: json-blob
  await pool.query('UPDATE sessions SET events = $1, updated_at = now() WHERE id = $2', [JSON.stringify(events), id]);
}

export async function reply(id: string, message: object) {
  const chat = await Chat.findById(id);
  const messages = chat!.messages;
  messages.push(message);
  // expect: json-blob
  await Chat.updateOne({ _id: id }, { $set: { messages } });
}
