import { UnprocessableEntityException } from '@nestjs/common';
import { createZodValidationPipe } from 'nestjs-zod';

const OwnValidationPipe = createZodValidationPipe({ createValidationException: (error) => new UnprocessableEntityException(error) });

export default OwnValidationPipe;
