import { Body, Controller, NotFoundException, BadRequestException, ConflictException, Post } from '@nestjs/common';

@Controller('orders')
export class OrdersController {
  @Post()
  add(@Body() body: { id?: string }) {
    if (!body.id) throw new BadRequestException({ errors: ['id'] });
    if (body.id === 'x') throw new ConflictException('x is there');
    throw new NotFoundException({ error: 'none' });
  }
}
