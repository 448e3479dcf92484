import { Body, Controller, Module, Post } from '@nestjs/common';
import { APP_PIPE, NestFactory } from '@nestjs/core';
import { InjectModel } from '@nestjs/mongoose';
import { createZodDto } from 'nestjs-zod';
import type { Model } from 'mongoose';
import { z } from 'zod';
import OwnValidationPipe from './pipe';

class LoginDto extends createZodDto(z.object({ email: z.string(), password: z.string() })) {}

@Controller('users')
export class UsersController {
  constructor(@InjectModel('User') private readonly users: Model<{ email: string }>) {}

  @Post('login')
  login(@Body() body: LoginDto) {
    return this.users.findOne({ email: body.email });
  }
}

@Module({ controllers: [UsersController], providers: [{ provide: APP_PIPE, useClass: OwnValidationPipe }] })
export class AppModule {}

void NestFactory.create(AppModule);
