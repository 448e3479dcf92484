// An entity is made of the body and checked as a whole before it is kept.
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
// ok: input-validation
router.post('/users', async (ctx: Context) => {
  const user = new User();
  user.name = ctx.request.body.name;
  user.email = ctx.request.body.email;
  const errors = await validate(user);
  if (errors.length > 0) {
    ctx.status = 400;
    ctx.body = errors;
  } else {
    ctx.body = await users.save(user);
  }
});
export default router;
