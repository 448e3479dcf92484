import { Router, type Request, type Response } from 'express';
import { SwaggerRouter } from 'koa-swagger-decorator';
import { Container } from 'typedi';
import { container } from 'tsyringe';
import { DataSource } from 'typeorm';
import { OrderService } from './orders';
import { UserService } from './users';

class UserController {
  public user = Container.get(UserService);
  public getUsers = async (req: Request, res: Response) => {
    res.json({ data: await this.user.findAllUser() });
  };
}

class UserRoute {
  public router = Router();
  public user = new UserController();
  constructor() {
    this.router.get('/users', this.user.getUsers);
    this.router.get('/orders', async (req, res) => res.json(await container.resolve(OrderService).list()));
  }
}
export const routes = new UserRoute();

const source = new DataSource({ type: 'postgres' });
const described = new SwaggerRouter();
described.get('/events', async (ctx) => {
  // expect: pagination P1
  ctx.body = await source.getRepository('Event').find();
});
export default described;
