// Where this server listens is right anywhere.
export const listen = { host: process.env.LISTEN_ADDRESS || '127.0.0.1', bind: process.env.BIND_HOST || '0.0.0.0' };
// Tests are not production.
export const testDatabase = process.env.TEST_DB_NAME ?? 'shop_test';
// What watches the program may run beside it.
export const jaeger = `http://${process.env.JAEGER_HOST || 'jaeger'}:4318/v1/traces`;
// The stage as the bundler writes it.
export const site = process.env.NEXT_PUBLIC_VERCEL_ENV === 'production' ? 'https://shop.example' : process.env.NEXT_PUBLIC_TUNNEL_URL || 'http://localhost:8888';
// Another variable takes its place.
export const replica = process.env.REPLICA_URL || process.env.DATABASE_URL;
