import { ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import express from 'express';

// The text is kept only of errors that have a status: those that the program throws.
@Catch()
export class ExceptionFilter extends BaseExceptionFilter {
  catch(exception: any, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    let message = exception.message || 'Something went wrong';
    const status = exception.status ? exception.status : 500;
    message = exception.status ? message : 'Internal Server Error';
    return response.status(status).json({ success: false, message });
  }
}

const app = express();
app.use((error: any, req: express.Request, res: express.Response, next: express.NextFunction) => {
  let text = error.message;
  req.log.error(text);
  text = 'Internal Server Error';
  res.status(500).json({ text });
});
