import { Body, Controller, Injectable, Post } from '@nestjs/common';

@Injectable()
class CartService {
  // expect: in-memory-state
  private readonly carts = new Map<string, string[]>();

  add(user: string, item: string) {
    this.carts.set(user, [item]);
  }
}

@Controller('carts')
export class CartController {
  constructor(private readonly service: CartService) {}

  @Post()
  add(@Body() body: { user: string; item: string }) {
    this.service.add(body.user, body.item);
  }
}
