import type { Request, Response } from 'express';
import { OrdersService } from './orders.service';

const orders = new OrdersService();

export const createOrder = async (req: Request, res: Response) => {
  res.json(await orders.create(req.body));
};
