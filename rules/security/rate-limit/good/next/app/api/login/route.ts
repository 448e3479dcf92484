import { limiter } from '../../../lib/limit';

export async function POST(request: Request): Promise<Response> {
  const { success } = await limiter.limit(request.headers.get('x-forwarded-for') ?? '');
  if (!success) return new Response('Too many requests', { status: 429 });
  return Response.json({});
}
