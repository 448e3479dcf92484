import { auth } from './auth';

type Handler = (request: Request, user: { id: string }) => Promise<Response>;

export function withUser(handler: Handler) {
  return async (request: Request) => {
    const session = await auth();
    if (session === null) return Response.json({ error: 'unauthorized' }, { status: 401 });
    return handler(request, session.user as { id: string });
  };
}
