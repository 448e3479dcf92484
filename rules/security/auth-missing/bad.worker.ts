interface Env {
  LINKS: KVNamespace;
  DB: D1Database;
  ADMIN_KEY: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    // ok: auth-missing
    if (pathname === '/health') return new Response('ok');
    // expect: auth-missing
    if (pathname === '/teams' && request.method === 'POST') {
      const link = (await request.json()) as { slug: string; target: string };
      await env.LINKS.put(link.slug, link.target);
      return new Response(null, { status: 201 });
    }
    // expect: auth-missing
    if (pathname.startsWith('/orders/') && request.method === 'DELETE') {
      await env.DB.prepare('delete from orders where id = ?').bind(pathname.slice(8)).run();
      return new Response(null, { status: 204 });
    }
    // ok: auth-missing
    if (pathname === '/purge' && request.method === 'POST') {
      if (request.headers.get('x-admin-key') !== env.ADMIN_KEY) return new Response('no', { status: 401 });
      await env.LINKS.delete('last');
      return new Response(null, { status: 204 });
    }
    return new Response('not found', { status: 404 });
  },
};
