import bunyan from 'bunyan';
import log4js from 'log4js';
import consola from 'consola';
import createDebug from 'debug';
import { Logger } from 'tslog';

const records = bunyan.createLogger({ name: 'api', serializers: { accessToken: () => '***' } });
const lines = log4js.getLogger('api');
const debug = createDebug('api');
const objects = new Logger({ type: 'json', mask: { keys: ['accessToken'] } });

export function grant(account: { id: string; email: string }, accessToken: string, scopes: string[]) {
  records.info({ accessToken }, 'granted');
  lines.info('granted', account.id, scopes.length);
  consola.success(`granted to ${account.id}`);
  debug('token of %d characters', accessToken.length);
  objects.info('granted', { accessToken });
}
