import pino from 'pino';
import { requests } from './context';

export const logger = pino({ mixin: () => ({ ...requests.getStore() }) });
