import Fastify from 'fastify';

const app = Fastify();

// Listening to the signal and leaving at once is what would have happened without it.
process.on('SIGTERM', () => {
  console.log('bye');
  process.exit(0);
});

// expect: graceful-shutdown
await app.listen({ port: 3000 });
