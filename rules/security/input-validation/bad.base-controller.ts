import express from 'express';
import { z } from 'zod';
import { Pool } from 'pg';

const pool = new Pool();
const Order = z.object({ name: z.string().max(80) }).strict();

// What each controller does is written in it; the class that they extend calls it.
abstract class BaseController {
  protected abstract executeImpl(req: express.Request, res: express.Response): Promise<void>;

  async execute(req: express.Request, res: express.Response): Promise<void> {
    try {
      await this.executeImpl(req, res);
    } catch {
      res.sendStatus(500);
    }
  }
}

class AddOrder extends BaseController {
  protected async executeImpl(req: express.Request, res: express.Response) {
    const { name } = Order.parse(req.body);
    await pool.query('INSERT INTO orders (name) VALUES ($1)', [name]);
    res.sendStatus(201);
  }
}

class RenameOrder extends BaseController {
  protected async executeImpl(req: express.Request, res: express.Response) {
    await pool.query('UPDATE orders SET name = $1 WHERE id = $2', [req.body.name, Number(req.params.id)]);
    res.sendStatus(204);
  }
}

const addOrder = new AddOrder();
const renameOrder = new RenameOrder();
const app = express();
app.use(express.json());
app.post('/orders', (req, res) => addOrder.execute(req, res));
// expect: input-validation P0
app.put('/orders/:id', (req, res) => renameOrder.execute(req, res));
