import { embed, generateObject } from 'ai';
import { openai } from '@ai-sdk/openai';
import { z } from 'zod';

export async function vectorOf(value: string): Promise<number[]> {
  // expect: llm-cache
  const { embedding } = await embed({ model: openai.embedding('text-embedding-3-small'), value });
  return embedding;
}

export async function languageOf(text: string): Promise<string> {
  // expect: llm-cache
  const { object } = await generateObject({ model: openai('gpt-4o-mini'), schema: z.object({ code: z.string().length(2) }), temperature: 0, prompt: `Which language is this?\n${text}` });
  return object.code;
}
