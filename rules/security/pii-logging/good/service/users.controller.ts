import { Body, Controller, Param, Post } from '@nestjs/common';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post(':id')
  rename(@Param('id') id: string, @Body() body: { title: string }) {
    return this.users.rename(id, body.title.length);
  }
}
