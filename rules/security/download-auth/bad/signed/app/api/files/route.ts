import { addressOf } from '../../../store';

// expect: download-auth
export async function GET(request: Request) {
  const key = new URL(request.url).searchParams.get('key')!;
  return Response.json({ url: await addressOf(key) });
}
