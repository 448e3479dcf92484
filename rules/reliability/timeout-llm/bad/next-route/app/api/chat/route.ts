import { answer } from '../../../lib/answer.js';

export const maxDuration = 30;

export async function POST(request: Request) {
  const { prompt } = (await request.json()) as { prompt: string };
  return Response.json(await answer(prompt));
}
