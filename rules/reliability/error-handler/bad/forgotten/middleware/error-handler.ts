import type { NextFunction, Request, Response } from 'express';

// Written, and imported, and registered nowhere.
export const errorHandler = (err: Error, req: Request, res: Response, next: NextFunction) => {
  console.error(err);
  res.status(500).json({ error: 'internal' });
};
