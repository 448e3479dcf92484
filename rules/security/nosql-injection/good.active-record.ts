import { BaseModel, column } from '@ioc:Adonis/Lucid/Orm';
import type { Request, Response } from 'express';

export class Room extends BaseModel {
  @column({ isPrimary: true })
  public uuid: string;
}

// A relational row by its key: the class has `find` from its base.
export async function show(req: Request, res: Response) {
  res.json(await Room.find(req.body.room));
}
