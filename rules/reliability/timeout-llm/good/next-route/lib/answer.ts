import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

export async function answer(prompt: string) {
  const { text } = await generateText({ model: openai('gpt-4o-mini'), prompt });
  return text;
}
