import type { Response } from 'express';

export function allowOrigin(response: Response, origin: string): void {
  // expect: cors-permissive P0
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
}
