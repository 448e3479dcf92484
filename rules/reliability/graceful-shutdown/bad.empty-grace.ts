import closeWithGrace from 'close-with-grace';
import Fastify from 'fastify';

const server = Fastify();
// It writes down that the process ends.
closeWithGrace({ delay: 500 }, async ({ err }) => {
  if (err) server.log.error(err);
});
// expect: graceful-shutdown
server.listen({ port: 3000 });
