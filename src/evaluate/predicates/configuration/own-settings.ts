/** Variables that are the service's own business, told from those that hold what a partner gives. */
import { splitWords } from '../../names/name-words.js';

/** What belongs to the service itself, or to what it cannot run without: its databases and queues, its own keys and addresses. */
const OWN = new Set([
  ...['database', 'db', 'postgres', 'postgresql', 'pg', 'mysql', 'mariadb', 'mongo', 'mongodb', 'redis', 'valkey', 'clickhouse', 'elastic', 'elasticsearch', 'rabbitmq', 'amqp', 'kafka', 'nats'],
  ...['jwt', 'session', 'sessions', 'cookie', 'cookies', 'csrf', 'encryption', 'encrypt', 'crypto', 'hmac', 'hash', 'salt', 'nextauth', 'app', 'server', 'frontend', 'backend', 'internal', 'verification', 'unsubscribe', 'admin', 'master', 'root', 'auth', 'user', 'document'],
]);
/** Nobody's name stands in it: `SECRET_KEY`, `API_TOKEN`. */
const UNNAMED = /^(?:(?:API|SECRET|ACCESS|PRIVATE|PUBLIC|SIGNING|BEARER|TOKEN|KEY|CLIENT|ID|PASSWORD|PASS|CREDENTIALS)_?)+$/;

/** Does the name say that it is the service's own (`CLICK_HOUSE_HOST` as well), or nothing of whose it is? */
export function isOwnSetting(variable: string): boolean {
  return UNNAMED.test(variable) || splitWords(variable).some((word, index, words) => OWN.has(word) || OWN.has(word + (words[index + 1] ?? '')));
}
