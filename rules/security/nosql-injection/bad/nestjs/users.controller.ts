import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  list(@Query() query: any) {
    return this.users.find(query);
  }

  @Post('reset')
  reset(@Body() body: any) {
    return this.users.byEmail(body.email);
  }
}
