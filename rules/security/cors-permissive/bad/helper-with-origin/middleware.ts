import type { NextFunction, Request, Response } from 'express';
import { allowOrigin } from './headers';

export function crossOrigin(request: Request, response: Response, next: NextFunction): void {
  const origin = request.headers.origin;
  if (origin !== undefined) allowOrigin(response, origin);
  next();
}
