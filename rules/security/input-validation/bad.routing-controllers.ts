import { Body, JsonController, Post } from 'routing-controllers';
import { IsString } from 'class-validator';
import { Pool } from 'pg';

const pool = new Pool();

class NewUser {
  @IsString()
  name!: string;
}

@JsonController('/users')
export class UsersController {
  // ok: input-validation
  @Post('/')
  async add(@Body() body: NewUser) {
    await pool.query('INSERT INTO users (name) VALUES ($1)', [body.name]);
  }

  // expect: input-validation
  @Post('/raw')
  async addRaw(@Body() body: any) {
    await pool.query('INSERT INTO users (name) VALUES ($1)', [body.name]);
  }
}
