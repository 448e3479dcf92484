import pino from 'pino';

const logger = pino();

export async function upload(url: string, accessToken: string) {
  const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(1000) });
  if (!response.ok) logger.error({ url, headers: { ...headers, authorization: '[REDACTED]' }, status: response.status }, 'upload failed');
}
