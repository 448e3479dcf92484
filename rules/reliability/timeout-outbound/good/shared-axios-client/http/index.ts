export { crm } from './crm.js';
