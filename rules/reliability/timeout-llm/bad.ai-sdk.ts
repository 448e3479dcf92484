import { openai } from '@ai-sdk/openai';
import { ToolLoopAgent, embed, generateObject, generateText, streamText } from 'ai';

const model = openai('gpt-4o-mini');

// expect: timeout-llm
export const write = (prompt: string) => generateText({ model, prompt, maxRetries: 2 });

// expect: timeout-llm
export const stream = (prompt: string) => streamText({ model, prompt });

// expect: timeout-llm
export const extract = (prompt: string) => generateObject({ model, prompt, output: 'no-schema' });

// expect: timeout-llm
export const vector = (value: string) => embed({ model: openai.embedding('text-embedding-3-small'), value });

const agent = new ToolLoopAgent({ model, instructions: 'Be brief.' });

// expect: timeout-llm
export const act = (prompt: string) => agent.generate({ prompt });
