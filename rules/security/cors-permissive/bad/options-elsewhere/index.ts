export { corsOptions } from './cors-options';
