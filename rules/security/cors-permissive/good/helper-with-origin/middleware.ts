import type { NextFunction, Request, Response } from 'express';
import { allowOrigin } from './headers';

const allowed = new Set(['https://app.example.com']);

export function crossOrigin(request: Request, response: Response, next: NextFunction): void {
  const origin = request.headers.origin;
  if (origin !== undefined && allowed.has(origin)) allowOrigin(response, origin);
  next();
}
