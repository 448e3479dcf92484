import { createOpenAI, openai } from '@ai-sdk/openai';
import { ToolLoopAgent, embed, generateObject, generateText, streamText } from 'ai';

const model = openai('gpt-4o-mini');

export const write = (prompt: string) => generateText({ model, prompt, abortSignal: AbortSignal.timeout(30_000) });

export const stream = (prompt: string, request: Request) => streamText({ model, prompt, abortSignal: request.signal });

export const extract = (prompt: string) => generateObject({ model, prompt, output: 'no-schema', timeout: 30_000 });

export const vector = (value: string) =>
  embed({ model: openai.embedding('text-embedding-3-small'), value, abortSignal: AbortSignal.timeout(5_000) });

const agent = new ToolLoopAgent({ model, instructions: 'Be brief.' });

export const act = (prompt: string) => agent.generate({ prompt, timeout: { totalMs: 60_000 } });

// A fetch of one's own is where it is bounded.
const bounded = createOpenAI({
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(30_000) }),
});

export const custom = (prompt: string) => generateText({ model: bounded('gpt-4o-mini'), prompt });
