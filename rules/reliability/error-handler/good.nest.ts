import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

export async function make() {
  return NestFactory.create(AppModule);
}
