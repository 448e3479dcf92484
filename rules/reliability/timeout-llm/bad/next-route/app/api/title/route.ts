import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';

export const runtime = 'nodejs';

export async function POST(request: Request) {
  const { prompt } = (await request.json()) as { prompt: string };
  // expect: timeout-llm
  const result = streamText({ model: openai('gpt-4o-mini'), prompt });
  return result.toTextStreamResponse();
}
