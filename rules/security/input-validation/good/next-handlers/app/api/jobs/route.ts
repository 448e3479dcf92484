import { z } from 'zod';
import { jobs } from '../../../lib/jobs';

const schema = z.object({ url: z.string().url() });

export async function POST(req: Request) {
  const body = await req.json().catch(() => {
    throw new Error('Invalid JSON body');
  });
  const { url } = schema.parse(body);
  return Response.json(await jobs.create({ url }));
}
