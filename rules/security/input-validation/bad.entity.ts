// What is put into the entity after its check is checked by nobody.
import Router from '@koa/router';
import type { Context } from 'koa';
import { IsEmail, Length, validate } from 'class-validator';
import { users } from './users';

class User {
  @Length(2, 80)
  name: string;

  @IsEmail()
  email: string;
}

const router = new Router();
// expect: input-validation P0
router.post('/users', async (ctx: Context) => {
  const user = new User();
  const errors = await validate(user);
  user.name = ctx.request.body.name;
  if (errors.length > 0) ctx.throw(400);
  ctx.body = await users.save(user);
});
export default router;
