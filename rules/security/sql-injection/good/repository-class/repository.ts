import type { Pool } from 'pg';

/** Subclasses name their table; values are parameters. */
export abstract class Repository {
  protected abstract readonly table: string;

  constructor(protected readonly pool: Pool) {}

  async byId(id: string) {
    const { rows } = await this.pool.query(`SELECT * FROM ${this.table} WHERE id = $1`, [id]);
    return rows[0];
  }
}

export class UserRepository extends Repository {
  protected readonly table = 'users';
}

export class OrderRepository extends Repository {
  protected readonly table = 'orders';

  async page(page: number) {
    const { rows } = await this.pool.query(`SELECT * FROM ${this.table} OFFSET ${page * 20}`);
    return rows;
  }
}
