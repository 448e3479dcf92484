import { withAdmin } from '../../../lib/with-admin';
import { addDomain } from '@shop/domains';

// What another route that stands in the same wrapper checks says nothing of this one.
// expect: input-validation
export const POST = withAdmin(async ({ req }) => {
  const { domain } = await req.json();
  return Response.json(await addDomain(domain));
});
