import type { Request, Response } from 'express';
import type { UserRepository } from './repository.js';

export class UserController {
  constructor(private readonly users: UserRepository) {}

  find = async (req: Request, res: Response) => {
    res.json(await this.users.byId(req.params.id!));
  };
}
