import { Controller, Get, HttpException, HttpStatus, InternalServerErrorException } from '@nestjs/common';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { list } from './orders';

@Controller('orders')
export class OrdersController {
  @Get()
  async list() {
    try {
      return await list();
    } catch (err) {
      // expect: error-detail-exposed P1
      throw new HttpException(err.message, HttpStatus.INTERNAL_SERVER_ERROR);
    }
  }

  @Get('all')
  async all() {
    try {
      return await list();
    } catch (error) {
      // expect: error-detail-exposed P1
      throw new InternalServerErrorException(error.stack);
    }
  }

  @Get('returned')
  async returned() {
    try {
      return await list();
    } catch (error) {
      // expect: error-detail-exposed P1
      return { ok: false, error: error.message };
    }
  }
}

const app = new Hono();
app.get('/', async (c) => {
  try {
    return c.json(await list());
  } catch (error) {
    // expect: error-detail-exposed P1
    throw new HTTPException(500, { message: error.message });
  }
});
