// The routes that tsoa generates check every argument by its written type.
import { Body, Controller, Path, Post, Put, Query, Route } from 'tsoa';
import { Pool } from 'pg';

const pool = new Pool();

interface NewUser {
  name: string;
  age: number;
}

@Route('users')
export class UsersController extends Controller {
  @Post()
  async add(@Body() body: NewUser): Promise<void> {
    await pool.query('INSERT INTO users (name, age) VALUES ($1, $2)', [body.name, body.age]);
  }

  @Put('{id}')
  async rename(@Path() id: number, @Query() name: string): Promise<void> {
    await pool.query('UPDATE users SET name = $1 WHERE id = $2', [name, id]);
  }
}
