import { Body, Controller, Get, ParseIntPipe, Post, Query, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { PrismaClient } from '@prisma/client';

class CreateOrder {
  @IsString()
  @MaxLength(40)
  sku!: string;

  @IsInt()
  @Min(1)
  @Max(100)
  quantity!: number;
}

@Controller('orders')
class OrdersController {
  constructor(private readonly prisma: PrismaClient) {}

  @Post()
  create(@Body() order: CreateOrder) {
    return this.prisma.order.create({ data: order });
  }

  @Get()
  list(@Query('page', ParseIntPipe) page: number) {
    return this.prisma.order.findMany({ skip: page * 20 });
  }
}

@Module({ controllers: [OrdersController], providers: [PrismaClient] })
class AppModule {}

async function main() {
  const app = await NestFactory.create(AppModule);
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.listen(3000);
}
void main();
