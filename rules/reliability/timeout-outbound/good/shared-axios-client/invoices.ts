import type { AxiosInstance } from 'axios';
import { crm } from './http/crm.js';

export class Invoices {
  private readonly http: AxiosInstance = crm;

  list() {
    return this.http.get('/invoices');
  }
}
