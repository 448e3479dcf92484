import { createNote } from '../../../lib/notes';

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await createNote(body));
}
