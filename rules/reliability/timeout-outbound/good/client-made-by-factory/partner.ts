import { makeClient } from './make-client.js';

export class PartnerApi {
  private readonly client;

  constructor() {
    this.client = makeClient('https://partner.example.com');
  }

  async orders() {
    const { data } = await this.client.get('/orders');
    return data;
  }
}
