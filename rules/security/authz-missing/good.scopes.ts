import { Body, Controller, Put, Route, Security } from 'tsoa';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Route('users')
export class UserController extends Controller {
  // ok: authz-missing
  @Put('{id}')
  @Security('X-Auth-Token', ['admin'])
  public async update(id: string, @Body() input: { name: string }): Promise<void> {
    await prisma.user.update({ where: { id }, data: { name: input.name } });
  }
}
