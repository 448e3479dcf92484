import type { AxiosInstance } from 'axios';
import { crm } from './http/index.js';

export class Orders {
  constructor(private readonly http: AxiosInstance) {}

  place(order: object) {
    // expect: timeout-outbound
    return this.http.post('/orders', order);
  }
}

export const orders = new Orders(crm);
