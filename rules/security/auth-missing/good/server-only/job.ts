import { purge } from './posts';
purge('old');
