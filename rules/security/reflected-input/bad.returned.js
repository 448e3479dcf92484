const Hapi = require('@hapi/hapi');
const server = Hapi.server({ port: 3000 });

server.route({
  method: 'GET',
  path: '/hello',
  handler: function (request, h) {
    // expect: reflected-input P2
    return '<h1>' + request.query.name + '</h1>';
  },
});

exports.handler = async (event) => {
  const { name } = event.queryStringParameters;
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/html' },
    // expect: reflected-input P2
    body: `<p>${name}</p>`,
  };
};
