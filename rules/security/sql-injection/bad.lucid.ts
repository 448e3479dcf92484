import type { HttpContext } from '@adonisjs/core/http';
import { BaseModel } from '@adonisjs/lucid/orm';
import db from '@adonisjs/lucid/services/db';

export class User extends BaseModel {}

export default class UsersController {
  async index({ request }: HttpContext) {
    // expect: sql-injection
    const sorted = await db.rawQuery(`select * from users order by ${request.input('sort')}`);
    // expect: sql-injection
    const named = await db.from('users').whereRaw(`email = '${request.qs().email}'`);
    // expect: sql-injection
    const grouped = await User.query().where('active', true).orderByRaw(request.input('order'));
    return { sorted, named, grouped };
  }
}
