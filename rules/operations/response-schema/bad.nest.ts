import { Controller, Delete, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

class OrderDto { id!: string; }

@Controller('orders')
export class OrdersController {
  @Get() list(): Promise<OrderDto[]> { return this.orders.all(); }
  @Get(':id') @ApiOkResponse({ type: OrderDto }) one(@Param('id') id: string) { return this.orders.one(id); }
  @Post() async add(): Promise<OrderDto> { return this.orders.add(); }
  @Post('copy') copy(): Promise<OrderDto> { return this.orders.copy(); }
  @Get('file') file(@Res() res) { return this.orders.stream(res); }
  // expect: response-schema
  @Get('raw') raw(): Promise<any> { return this.orders.raw(); }
  // expect: response-schema
  @Delete(':id') remove(@Param('id') id: string) { return this.orders.remove(id); }
}
