import { Controller, Get, Post } from '@nestjs/common';

class OrderDto { id!: string; }

@Controller('orders')
export class OrdersController {
  @Get() list(): Promise<OrderDto[]> { return this.orders.all(); }
  @Get(':id') one(): OrderDto | null { return this.orders.one(); }
  @Post() async add(): Promise<OrderDto> { return this.orders.add(); }
  @Post('sync') async sync(): Promise<void> { await this.orders.sync(); }
  @Post('ping') async ping() { await this.orders.ping(); }
  @Get('count') count(): { count: number } { return { count: 1 }; }
}
