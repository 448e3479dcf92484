import { session } from './session';

type Handler = (context: { req: Request; user: unknown }) => Promise<Response>;

export const withAdmin = (handler: Handler) => async (req: Request) => {
  const user = await session(req);
  if (!user) return new Response(null, { status: 401 });
  return handler({ req, user });
};
