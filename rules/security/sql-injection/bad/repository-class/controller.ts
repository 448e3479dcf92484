import type { Request, Response } from 'express';
import type { UserRepository } from './users.js';

export class UserController {
  constructor(private readonly users: UserRepository) {}

  find = async (req: Request, res: Response) => {
    const email = req.body.email;
    res.json(await this.users.byEmail(email));
  };
}
