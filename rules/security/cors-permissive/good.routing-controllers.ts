import { Authorized, createExpressServer, Get, JsonController } from 'routing-controllers';

@Authorized()
@JsonController('/orders')
export class OrderController {
  @Get()
  list() {
    return [];
  }
}

createExpressServer({ cors: { origin: ['https://app.example.com'] }, controllers: [OrderController] }).listen(3000);
