import { getServerSession } from 'next-auth';
import { addressOf } from '../../../store';

export async function GET(request: Request) {
  const session = await getServerSession();
  if (!session) return new Response(null, { status: 401 });
  const key = new URL(request.url).searchParams.get('key')!;
  return Response.json({ url: await addressOf(`${session.user.id}/${key}`) });
}
