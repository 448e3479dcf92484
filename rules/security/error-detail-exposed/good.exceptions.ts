import { BadRequestException, Controller, Get, HttpException, HttpStatus, InternalServerErrorException } from '@nestjs/common';
import { list } from './orders';

@Controller('orders')
export class OrdersController {
  @Get()
  async list() {
    try {
      return await list();
    } catch (err) {
      // ok: error-detail-exposed
      throw new InternalServerErrorException('The orders could not be listed');
    }
  }

  @Get('refused')
  async refused() {
    try {
      return await list();
    } catch (err) {
      // The status says that the client made a mistake.
      // ok: error-detail-exposed
      if (err.code === 'INVALID') throw new BadRequestException(err.message);
      // ok: error-detail-exposed
      throw new HttpException(err.message, HttpStatus.BAD_REQUEST);
    }
  }
}
