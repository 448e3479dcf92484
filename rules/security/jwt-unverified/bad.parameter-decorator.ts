import { Controller, createParamDecorator, ExecutionContext, Get, Post, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import * as jwt from 'jsonwebtoken';

// A guard stands on each route that reads it.
export const CurrentUser = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const [, token] = context.switchToHttp().getRequest().headers.authorization.split(' ');
  // expect: jwt-unverified P1
  return jwt.decode(token);
});

export const Somebody = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const [, token] = context.switchToHttp().getRequest().headers.authorization.split(' ');
  // expect: jwt-unverified P0
  return jwt.decode(token);
});

@Controller('orders')
export class OrdersController {
  @Get()
  @UseGuards(AuthGuard('jwt'))
  list(@CurrentUser() user: { id: string }) {
    return [user.id];
  }

  @Post()
  add(@Somebody() user: { id: string }) {
    return user.id;
  }
}
