import { createLogger, transports } from 'winston';

export class AppLogger {
  private readonly logger = createLogger({ transports: [new transports.Console()] });

  log(ctx: { requestID: string }, message: string) {
    this.logger.info({ message, ctx });
  }
}
