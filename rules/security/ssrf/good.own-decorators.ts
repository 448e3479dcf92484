import dns from 'node:dns/promises';
import net from 'node:net';
import { Body, Controller, Post, Query, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IsString, IsUrl, ValidateBy, type ValidationOptions, ValidatorConstraint, type ValidatorConstraintInterface, registerDecorator } from 'class-validator';

async function isPublicAddress(value: string): Promise<boolean> {
  const { hostname } = new URL(value);
  const { address } = await dns.lookup(hostname);
  return net.isIP(address) === 4 && !BLOCKED.check(address);
}

@ValidatorConstraint({ async: true })
class PublicAddressConstraint implements ValidatorConstraintInterface {
  async validate(value: string): Promise<boolean> {
    return isPublicAddress(value);
  }
}

function IsSafeUrl(options?: ValidationOptions) {
  return function (target: object, propertyName: string) {
    registerDecorator({ target: target.constructor, propertyName, options, validator: PublicAddressConstraint });
  };
}

const IsAllowedUrl = () => ValidateBy({ name: 'isAllowedUrl', validator: { validate: (value) => isPublicAddress(value) } });

class Ping {
  @IsString()
  @IsUrl()
  @IsSafeUrl()
  url: string;
}

class Hook {
  @IsAllowedUrl()
  target: string;
}

@Controller('hooks')
export class HooksController {
  @Post('ping')
  async ping(@Query() query: Ping) {
    // ok: ssrf
    await fetch(query.url, { method: 'POST' });
  }

  @Post('try')
  async attempt(@Body() hook: Hook) {
    // ok: ssrf
    await fetch(hook.target, { method: 'POST' });
  }
}

const app = await NestFactory.create(AppModule);
app.useGlobalPipes(new ValidationPipe());
