import express from 'express';
import knex, { type Knex } from 'knex';
import { retry } from './retry';

class Store {
  private connection: Knex | undefined;

  async get(): Promise<Knex> {
    if (!this.connection) this.connection = await this.connect();
    return this.connection;
  }

  private connect(): Promise<Knex> {
    return new Promise((resolve, reject) => {
      retry((callback) => this.open().then((db) => callback(undefined, db)).catch((error) => callback(error)), (error, db) => (error ? reject(error) : resolve(db)));
    });
  }

  private async open(): Promise<Knex> {
    const db = knex({ client: 'mysql2', connection: process.env.DATABASE_URL });
    await db.raw('select 1');
    return db;
  }
}

const store = new Store();
const app = express();
app.get('/orders', async (req, res) => res.json(await (await store.get())('orders').limit(10)));
