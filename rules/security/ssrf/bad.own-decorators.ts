import { Controller, Post, Query, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IsUrl, type ValidationOptions, registerDecorator } from 'class-validator';

function IsSafeUrl(options?: ValidationOptions) {
  return function (target: object, propertyName: string) {
    registerDecorator({ target: target.constructor, propertyName, options, validator: { validate: (value) => typeof value === 'string' } });
  };
}

function IsUnique(options?: ValidationOptions) {
  return function (target: object, propertyName: string) {
    registerDecorator({ target: target.constructor, propertyName, options, validator: { validate: (value) => known.has(value) === false } });
  };
}

class Ping {
  @IsSafeUrl()
  url: string;

  @IsUrl()
  @IsUnique()
  target: string;
}

@Controller('hooks')
export class HooksController {
  @Post('ping')
  async ping(@Query() query: Ping) {
    // expect: ssrf
    await fetch(query.url, { method: 'POST' });
  }

  @Post('try')
  async attempt(@Query() query: Ping) {
    // expect: ssrf
    await fetch(query.target, { method: 'POST' });
  }
}

const app = await NestFactory.create(AppModule);
app.useGlobalPipes(new ValidationPipe());
