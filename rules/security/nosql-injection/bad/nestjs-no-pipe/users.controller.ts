import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { IsEmail, IsString } from 'class-validator';
import { UsersService } from './users.service';

export class ResetDto {
  @IsEmail()
  email!: string;

  @IsString()
  reason!: string;
}

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('active')
  list() {
    return this.users.find({ active: true });
  }

  @Get(':email')
  one(@Param('email') email: string) {
    return this.users.byEmail(email);
  }

  @Post('reset')
  reset(@Body() body: ResetDto) {
    return this.users.byEmail(body.email);
  }
}
