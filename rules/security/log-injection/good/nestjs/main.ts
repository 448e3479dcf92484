import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './search.controller';

async function start() {
  const app = await NestFactory.create(AppModule, { logger: new ConsoleLogger({ json: true }) });
  await app.listen(3000);
}

void start();
