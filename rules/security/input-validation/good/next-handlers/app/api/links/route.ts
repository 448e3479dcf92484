import * as z from 'zod/v4';
import { links } from '../../../lib/links';

const link = z.object({ url: z.url(), title: z.string().max(200) });

export async function POST(req: Request) {
  const given = z.array(link).parse(await req.json());
  return Response.json(await links.createMany(given));
}
