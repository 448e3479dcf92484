import { Controller, Delete, Get, Module, Post, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('orders')
class OrdersController {
  @Get() list() { return []; }
  @Post() add() { return {}; }
  @Delete(':id') remove() { return {}; }
}

@Module({ controllers: [OrdersController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version', defaultVersion: '1' });
  await app.listen(3000);
}
bootstrap();
