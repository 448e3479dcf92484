import OpenAI from 'openai';
import type { NextApiRequest, NextApiResponse } from 'next';

export const config = { maxDuration: 30 };

const openai = new OpenAI();

export default async function handler(request: NextApiRequest, response: NextApiResponse) {
  const answer = await openai.responses.create({ model: 'gpt-4o-mini', input: String(request.body.prompt) });
  response.json({ text: answer.output_text });
}
