const Hapi = require('@hapi/hapi');
const Jwt = require('@hapi/jwt');

exports.start = async () => {
  const server = Hapi.server({ port: 3000 });
  await server.register(Jwt);
  // expect: jwt-secret-weak
  server.auth.strategy('token', 'jwt', { keys: process.env.HOTEL_JWT_KEY || 'hotel', verify: { aud: false, iss: false, sub: false } });
  // expect: jwt-secret-weak
  server.auth.strategy('staff', 'jwt', { keys: { key: 'hotel-staff', algorithms: ['HS256'] }, verify: { aud: false, iss: false, sub: false } });
  // ok: jwt-secret-weak
  server.auth.strategy('guests', 'jwt', { keys: process.env.GUESTS_JWT_KEY, verify: { aud: false, iss: false, sub: false } });
};
