import express from 'express';
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { Mistral } from '@mistralai/mistralai';
import { ChatOpenAI } from '@langchain/openai';
import { generateText } from 'ai';
import Together from 'together-ai';
import { GoogleGenerativeAI } from '@google/generative-ai';
import { openai as provider } from '@ai-sdk/openai';
import { PrismaClient } from '@prisma/client';

const app = express();
const openai = new OpenAI();
const anthropic = new Anthropic();
const google = new GoogleGenAI({ apiKey: process.env.GOOGLE_KEY });
const mistral = new Mistral({ apiKey: process.env.MISTRAL_KEY });
const chat = new ChatOpenAI({ model: 'gpt-4o-mini' });
const prisma = new PrismaClient();

export async function summarise(text: string) {
  // expect: llm-limits P1
  await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: text }] });
  // expect: llm-limits P1
  await openai.responses.create({ model: 'gpt-4o-mini', input: text });
  // expect: llm-limits P1
  await google.models.generateContent({ model: 'gemini-2.0-flash', contents: text });
  // expect: llm-limits P1
  await mistral.chat.complete({ model: 'mistral-small-latest', messages: [{ role: 'user', content: text }] });
  // expect: llm-limits P1
  await chat.invoke(text);
  // expect: llm-limits P1
  return generateText({ model: provider('gpt-4o-mini'), prompt: text });
}

app.post('/chat', async (req, res) => {
  // expect: llm-limits P1
  const answer = await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, messages: req.body.messages });
  res.json(answer);
});

app.post('/conversations/:id', async (req, res) => {
  const history = await prisma.message.findMany({ where: { conversationId: req.params.id }, orderBy: { createdAt: 'asc' } });
  // expect: llm-limits P1
  const answer = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 500,
    messages: [{ role: 'system', content: 'Help.' }, ...history.map(({ role, content }) => ({ role, content }) as never), { role: 'user', content: req.body.text }],
  });
  res.json(answer);
});

const together = new Together();
const gemini = new GoogleGenerativeAI(process.env.GOOGLE_KEY!).getGenerativeModel({ model: 'gemini-2.0-flash' });

export async function translate(text: string) {
  // expect: llm-limits P1
  await together.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: text }] });
  // expect: llm-limits P1
  return gemini.generateContent(text);
}
