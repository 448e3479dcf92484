import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';

@Controller('auth')
class AuthController {
  // The module alone limits nothing: no guard asks it.
  // expect: rate-limit P0
  @Post('login')
  login() {
    return true;
  }
}

@Module({ imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 100 }] })], controllers: [AuthController] })
class AppModule {}

void NestFactory.create(AppModule).then((app) => app.listen(3000));
