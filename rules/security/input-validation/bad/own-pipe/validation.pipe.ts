import { type ArgumentMetadata, BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';

@Injectable()
export class ClassPipe implements PipeTransform<unknown> {
  async transform(value: unknown, { metatype }: ArgumentMetadata) {
    if (!metatype) return value;
    const object = plainToInstance(metatype, value);
    const errors = await validate(object, { whitelist: true });
    if (errors.length > 0) throw new BadRequestException(errors);
    return object;
  }
}
