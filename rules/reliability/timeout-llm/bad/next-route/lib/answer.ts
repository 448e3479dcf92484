import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

// The route has a maxDuration, but the job that calls it too has none.
export async function answer(prompt: string) {
  // expect: timeout-llm
  const { text } = await generateText({ model: openai('gpt-4o-mini'), prompt });
  return text;
}
