import express from 'express';
import { z } from 'zod';
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenerativeAI } from '@google/generative-ai';
import { ChatOpenAI } from '@langchain/openai';
import { generateText, embed } from 'ai';
import { openai as provider } from '@ai-sdk/openai';
import { PrismaClient } from '@prisma/client';

const app = express();
const openai = new OpenAI();
const anthropic = new Anthropic();
const gemini = new GoogleGenerativeAI(process.env.GOOGLE_KEY!).getGenerativeModel({ model: 'gemini-2.0-flash', generationConfig: { maxOutputTokens: 400 } });
const chat = new ChatOpenAI({ model: 'gpt-4o-mini', maxTokens: 300 });
const prisma = new PrismaClient();
const Chat = z.object({ messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string().max(4000) })).max(20) });

export async function summarise(text: string) {
  const settings = { max_tokens: 300, temperature: 0 };
  await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: text.slice(0, 8000) }], ...settings });
  await openai.embeddings.create({ model: 'text-embedding-3-small', input: text });
  await gemini.generateContent(text);
  await chat.invoke(text);
  await embed({ model: provider.embedding('text-embedding-3-small'), value: text });
  return generateText({ model: provider('gpt-4o-mini'), prompt: text, maxOutputTokens: 300 });
}

app.post('/chat', async (req, res) => {
  const { messages } = Chat.parse(req.body);
  res.json(await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, messages }));
});

app.post('/chat/last', async (req, res) => {
  res.json(await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, messages: req.body.messages.slice(-20) }));
});

app.post('/conversations/:id', async (req, res) => {
  const history = await prisma.message.findMany({ where: { conversationId: req.params.id }, orderBy: { createdAt: 'desc' }, take: 20 });
  res.json(await openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 500, messages: history.map(({ role, content }) => ({ role, content }) as never) }));
});
