import Hapi from '@hapi/hapi';
import Wreck from '@hapi/wreck';

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'GET',
  path: '/preview',
  handler: async (request) => {
    // expect: ssrf
    const { payload } = await Wreck.get(request.query.url);
    // ok: ssrf
    await Wreck.post('https://audit.example.com/previews', { payload: { url: request.query.url } });
    return payload.length;
  },
});

export default defineEventHandler(async (event) => {
  const { url, id } = getQuery(event);
  // ok: ssrf
  await $fetch('/api/items/' + id);
  // expect: ssrf
  return $fetch(url as string);
});
