import { Body, Controller, Delete, Get, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import Fastify from 'fastify';

class DeleteInvoice {
  constructor(readonly id: string) {}
}

@Controller('invoices')
class InvoicesController {
  constructor(private readonly commandBus: CommandBus, private readonly queryBus: QueryBus) {}

  // expect: auth-missing
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.commandBus.execute(new DeleteInvoice(id));
  }

  // expect: auth-missing
  @Post()
  create(@Body() body: object) {
    return this.commandBus.execute(body as never);
  }
}

@Controller('prices')
class PricesController {
  constructor(private readonly queryBus: QueryBus) {}

  @Get()
  all() {
    return this.queryBus.execute({} as never);
  }
}

@Module({ controllers: [InvoicesController, PricesController] })
class AppModule {}

void NestFactory.create(AppModule).then((app) => app.listen(3000));

const fastify = Fastify();
// expect: auth-missing
fastify.post('/v1/refunds', async (request) => fastify.commandBus.execute(request.body));
void fastify.listen({ port: 3001 });
