import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import rateLimit from '@fastify/rate-limit';

@Controller('auth')
class AuthController {
  // expect: rate-limit
  @Post('login')
  login() {
    return {};
  }

  @Get('health')
  health() {
    return {};
  }
}

@Module({ controllers: [AuthController] })
class AppModule {}

export async function start(options: { globalPrefix?: string }) {
  const app = await NestFactory.create(AppModule);
  if (options.globalPrefix) app.setGlobalPrefix(options.globalPrefix);
  await app.listen(3000);
}
export const unused = rateLimit;
