import Redis from 'ioredis';

export const redis = (options: { host: string; tlsDisabled: boolean }) =>
  new Redis({
    host: options.host,
    ...(options.tlsDisabled ? { checkServerIdentity: () => { return undefined; } } : { tls: {} }),
  });
