import Fastify from 'fastify';

const app = Fastify();

async function shutdown(signal: string) {
  app.log.info({ signal }, 'ending');
  await app.close();
}

process.on('SIGTERM', () => void shutdown('SIGTERM'));

await app.listen({ port: 3000 });
