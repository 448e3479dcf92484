import crypto from 'node:crypto';
import { queue } from '../../../../lib/queue';

// The signature vouches for what the service sends.
export async function POST(req: Request) {
  const raw = await req.text();
  const given = Buffer.from(req.headers.get('x-crm-signature') ?? '');
  const wanted = Buffer.from(crypto.createHmac('sha256', process.env.CRM_SECRET!).update(raw).digest('hex'));
  if (given.length !== wanted.length || !crypto.timingSafeEqual(given, wanted)) return new Response(null, { status: 401 });
  const event = JSON.parse(raw);
  await queue.add(event.id, event);
  return new Response(null, { status: 204 });
}
