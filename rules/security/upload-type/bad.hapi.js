const Hapi = require('@hapi/hapi');

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'POST',
  path: '/photos',
  options: {
    payload: {
      output: 'stream',
      // expect: upload-type
      multipart: true,
      maxBytes: 1_000_000,
    },
  },
  handler: (request) => ({ name: request.payload.photo.hapi.filename }),
});
