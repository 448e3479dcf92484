import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, IsString, MaxLength } from 'class-validator';

export function StringField(options: { maxLength?: number; optional?: boolean } = {}): PropertyDecorator {
  const decorators = [Type(() => String), IsString()];
  if (options.maxLength !== undefined) decorators.push(MaxLength(options.maxLength));
  decorators.push(options.optional ? IsOptional() : IsDefined());
  return applyDecorators(...decorators);
}

export function NameField(): PropertyDecorator {
  return applyDecorators(StringField({ maxLength: 80 }));
}
