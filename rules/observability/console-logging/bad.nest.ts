import { Controller, Get } from '@nestjs/common';

@Controller('orders')
export class OrdersController {
  @Get()
  list() {
    // expect: console-logging
    console.log('orders');
    return [];
  }
}
