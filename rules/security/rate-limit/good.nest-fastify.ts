import rateLimit from '@fastify/rate-limit';
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';

@Controller('auth')
class AuthController {
  @Post('login')
  login() {
    return {};
  }
}

@Module({ controllers: [AuthController] })
class AppModule {}

async function start() {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());
  await app.register(rateLimit, { max: 100, timeWindow: '1 minute' });
  await app.listen(3000);
}
void start();
