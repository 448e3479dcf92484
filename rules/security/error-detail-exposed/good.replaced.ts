import type { NextFunction, Request, Response } from 'express';
import { config } from './settings';
import { HttpError } from './http-error';

export function answerErrors(error: Error, req: Request, res: Response, next: NextFunction) {
  error = config.env === 'development' || config.env === 'test' ? new HttpError(500, error.message) : new HttpError(500);
  // ok: error-detail-exposed
  res.status(500).json({ ...error, message: error.message });
}
