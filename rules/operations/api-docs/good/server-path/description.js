module.exports = {
  openapi: '3.1.0',
  servers: [{ url: 'https://example.com/api/pilots' }],
  paths: {
    '/': { get: { responses: {} } },
    '/{id}/mode': { put: { responses: {} } },
    '/{id}/turn': { post: { responses: {} } },
  },
};
