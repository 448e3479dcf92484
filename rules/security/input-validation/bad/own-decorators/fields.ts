import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** Documents the field, and checks nothing. */
export function NameField(): PropertyDecorator {
  return applyDecorators(ApiProperty({ maxLength: 80 }));
}
