import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ProbeController } from './health.controller';

@Module({ controllers: [ProbeController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
