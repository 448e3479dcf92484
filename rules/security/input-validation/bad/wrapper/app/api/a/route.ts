import { z } from 'zod';
import { withAdmin } from '../../../lib/with-admin';
import { partners } from '../../../lib/partners';

const schema = z.object({ id: z.string().uuid() });

export const POST = withAdmin(async ({ req }) => {
  const { id } = schema.parse(await req.json());
  return Response.json(await partners.trust(id));
});
