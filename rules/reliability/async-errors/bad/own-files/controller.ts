import type { Request, Response, NextFunction } from 'express';
import { audit, find } from './store.js';

export const show = async (req: Request, res: Response) => {
  // expect: async-errors
  audit('show', req.params.id);
  res.json(await find(req.params.id));
};

export const list = async (req: Request, res: Response, next: NextFunction) => {
  try {
    res.json(await find(''));
  } catch (error) {
    next(error);
  }
};
