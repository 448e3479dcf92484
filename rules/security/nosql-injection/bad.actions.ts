// What an abstract method is, subclasses say: each is asked for its own.
import express, { type Request, type RequestHandler } from 'express';
import mongoose from 'mongoose';

const app = express();
app.use(express.json());
const Order = mongoose.model('Order', new mongoose.Schema({ owner: String }));

abstract class Action<Input> {
  protected abstract read(request: Request): Input;
  protected abstract run(input: Input): Promise<unknown>;

  handler(): RequestHandler {
    return async (request, response) => {
      response.json(await this.run(this.read(request)));
    };
  }
}

class FindOrders extends Action<any> {
  protected read(request: Request) {
    return request.body.filter;
  }

  protected run(filter: any) {
    // expect: nosql-injection P0
    return Order.find(filter).exec();
  }
}

class OrdersOf extends Action<string> {
  protected read(request: Request) {
    return String(request.body.owner);
  }

  protected run(owner: string) {
    // ok: nosql-injection
    return Order.find({ owner }).exec();
  }
}

app.post('/orders/find', new FindOrders().handler());
app.post('/orders/of', new OrdersOf().handler());
