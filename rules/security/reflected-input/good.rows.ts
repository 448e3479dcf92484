import type { Request, Response } from 'express';
import type { Repository } from 'typeorm';

interface Named {
  id: string;
  name: string;
}

export class Pages {
  constructor(private readonly users: Repository<Named>, private readonly pages: Repository<Named>) {}

  async rename(req: Request, res: Response) {
    const user = await this.users.findOneBy({ id: req.params.id });
    Object.assign(user!, req.body);
    await this.users.save(user!);
    res.json({ ok: true });
  }

  async show(req: Request, res: Response) {
    const page = await this.pages.findOneBy({ id: req.params.id });
    // Another row than the one that was written to.
    // ok: reflected-input
    res.send(`<h1>${page!.id}</h1>`);
  }
}
