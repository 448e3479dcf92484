import type { HttpContext } from '@adonisjs/core/http';
import { BaseModel } from '@adonisjs/lucid/orm';
import db from '@adonisjs/lucid/services/db';

export class User extends BaseModel {}

export default class UsersController {
  async index({ request }: HttpContext) {
    const sorted = await db.rawQuery('select * from users where name = ?', [request.input('name')]);
    const named = await db.from('users').whereRaw('email = ?', [request.qs().email]).where('team', request.input('team'));
    const found = await User.query().where('email', request.input('email')).orderByRaw('created_at desc nulls last');
    return { sorted, named, found };
  }
}
