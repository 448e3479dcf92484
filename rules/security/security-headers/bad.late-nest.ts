import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import helmet from 'helmet';

@Controller('orders')
export class OrdersController {
  @Get()
  list() {
    return [];
  }
}
@Module({ controllers: [OrdersController] })
export class AppModule {}

async function bootstrap() {
  // expect: security-headers
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
  app.use(helmet());
}
bootstrap();
