import type { NextFunction, Request, Response } from 'express';
import { HttpError } from './http-error';

export function answerErrors(error: Error, req: Request, res: Response, next: NextFunction) {
  if (req.query.quiet) error = new HttpError(500);
  // expect: error-detail-exposed P1
  res.status(500).json({ ...error, message: error.message });
}
