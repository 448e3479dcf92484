import type { Pool } from 'pg';

export abstract class Repository {
  protected constructor(protected readonly pool: Pool) {}

  protected async select(table: string, where: string) {
    // expect: sql-injection P0
    const { rows } = await this.pool.query(`SELECT * FROM ${table} WHERE ${where}`);
    return rows;
  }
}
