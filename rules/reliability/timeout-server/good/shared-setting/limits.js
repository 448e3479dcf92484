exports.limit = function limit(server) {
  server.requestTimeout = 20000;
  server.headersTimeout = 10000;
};
