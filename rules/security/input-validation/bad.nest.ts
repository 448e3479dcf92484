import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

interface CreateOrder {
  sku: string;
}

@Controller('orders')
export class OrdersController {
  constructor(private readonly prisma: PrismaClient) {}

  // expect: input-validation P0
  @Post()
  create(@Body() order: CreateOrder) {
    return this.prisma.order.create({ data: order });
  }

  // expect: input-validation P1
  @Get()
  list(@Query('status') status: string) {
    return this.prisma.order.findMany({ where: { status } });
  }
}
