import { createHash } from 'node:crypto';
import OpenAI from 'openai';
import { redis } from './redis';

const openai = new OpenAI();

export async function vectorOf(input: string): Promise<number[]> {
  const key = `vector:${createHash('sha256').update(input).digest('hex')}`;
  const kept = await redis.get(key);
  if (kept !== null) return JSON.parse(kept);
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input });
  await redis.set(key, JSON.stringify(data[0].embedding), 'EX', 86_400);
  return data[0].embedding;
}
