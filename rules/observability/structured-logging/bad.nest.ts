// expect-project: structured-logging
import { Controller, Get, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('orders')
class OrdersController {
  private readonly logger = new Logger(OrdersController.name);
  @Get()
  list() {
    this.logger.log('orders are listed');
    return [];
  }
}
@Module({ controllers: [OrdersController] })
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
