import { Authorized, createExpressServer, Get, JsonController } from 'routing-controllers';

@Authorized()
@JsonController('/orders')
export class OrderController {
  @Get()
  list() {
    return [];
  }
}

// expect: cors-permissive P1
createExpressServer({ cors: true, controllers: [OrderController] }).listen(3000);
