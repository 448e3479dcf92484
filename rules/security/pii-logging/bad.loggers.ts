import bunyan from 'bunyan';
import log4js from 'log4js';
import consola from 'consola';
import signale from 'signale';
import log from 'loglevel';
import createDebug from 'debug';
import { Roarr } from 'roarr';
import { Logger } from 'tslog';

const records = bunyan.createLogger({ name: 'api' });
const lines = log4js.getLogger('api');
const debug = createDebug('api');
const objects = new Logger({ type: 'json' });

export function grant(account: { id: string; email: string }, accessToken: string, clientSecret: string) {
  // expect: pii-logging P0
  records.info({ accessToken }, 'granted');
  // expect: pii-logging P0
  lines.info('granted', accessToken);
  // expect: pii-logging P1
  consola.success(`granted to ${account.email}`);
  // expect: pii-logging P0
  signale.note({ clientSecret });
  // expect: pii-logging P0
  log.warn(clientSecret);
  // expect: pii-logging P0
  debug('token %s', accessToken);
  // expect: pii-logging P0
  Roarr.info({ accessToken }, 'granted');
  // expect: pii-logging P0
  objects.info('granted', { accessToken });
}
