interface Env {
  LINKS: KVNamespace;
  TOKEN: string;
}

const worker = {
  async fetch(request: Request, env: Env): Promise<Response> {
    // Before everything that follows.
    if (request.headers.get('authorization') !== `Bearer ${env.TOKEN}`) return new Response('no', { status: 401 });
    switch (new URL(request.url).pathname) {
      // ok: auth-missing
      case '/links':
        return save(request, env);
    }
    return new Response('not found', { status: 404 });
  },
};

async function save(request: Request, env: Env): Promise<Response> {
  await env.LINKS.put('last', await request.text());
  return new Response(null, { status: 204 });
}

export default worker;
