import { protocol } from '../../../../lib/protocol';

// A library reads the answer of the identity provider as the protocol says: unverified.
export async function POST(req: Request) {
  const form = await req.formData();
  const { redirectUrl } = await protocol.samlResponse({ SAMLResponse: form.get('SAMLResponse'), RelayState: form.get('RelayState') });
  return Response.redirect(redirectUrl);
}
