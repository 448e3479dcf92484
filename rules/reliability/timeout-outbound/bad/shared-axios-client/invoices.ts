import type { AxiosInstance } from 'axios';
import { crm } from './http/crm.js';

export class Invoices {
  private readonly http: AxiosInstance = crm;

  list() {
    // expect: timeout-outbound
    return this.http.get('/invoices');
  }
}
