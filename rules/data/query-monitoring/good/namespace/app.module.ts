import { Module, Controller, Get } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as ormConfig from './orm';
@Controller('x') export class X { @Get() list() { return []; } }
@Module({ imports: [TypeOrmModule.forRootAsync({ useFactory: () => ormConfig })], controllers: [X] })
export class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
