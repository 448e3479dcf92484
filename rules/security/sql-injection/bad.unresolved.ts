import { Controller, Get, Query } from '@nestjs/common';

/** The database comes in from outside and its type says nothing. */
@Controller('reports')
export class ReportsController {
  constructor(private readonly db: any) {}

  @Get()
  find(@Query('region') region: string) {
    // expect: sql-injection P0
    return this.db.query(`SELECT * FROM reports WHERE region = '${region}'`);
  }
}

export async function archive(client: any, table: string, before: string) {
  // expect: sql-injection P1
  await client.execute('INSERT INTO archive SELECT * FROM ' + table);
  let sql = 'DELETE FROM reports';
  sql += ` WHERE created < '${before}'`;
  // expect: sql-injection P1
  await client.run(sql);
}
