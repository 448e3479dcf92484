import { openai } from './ai/index.js';

export async function summarise(input: string) {
  const response = await openai.responses.create({ model: 'gpt-4o-mini', input });
  return response.output_text;
}
