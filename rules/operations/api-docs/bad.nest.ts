// expect-project: api-docs
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiProperty } from '@nestjs/swagger';

class Order {
  @ApiProperty() id!: string;
}

@Controller('orders')
class OrdersController {
  @Get() list(): Order[] { return []; }
  @Post() add(@Body() order: Order) { return order; }
}

@Module({ controllers: [OrdersController] })
class AppModule {}

NestFactory.create(AppModule).then((app) => app.listen(3000));
