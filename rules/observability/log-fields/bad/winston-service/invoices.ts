import { logger } from './logger';

export class Invoices {
  async make(order: { id: string; total: number }): Promise<void> {
    logger.info(`making invoice for ${order.id}`);
    logger.info('total is ' + order.total);
    logger.debug('numbers', order.id);
    try {
      await fetch('https://invoices.example.com', { method: 'POST', body: JSON.stringify(order) });
      logger.info('invoice made');
    } catch (error) {
      logger.error('invoice failed', error);
      logger.error('invoice failed', { error });
    }
  }

  async cancel(id: string): Promise<void> {
    logger.warn('invoice is cancelled');
    logger.info(JSON.stringify({ id }));
    logger.info('invoice cancelled');
  }
}
