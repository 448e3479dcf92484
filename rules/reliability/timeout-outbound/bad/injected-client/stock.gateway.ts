import type { AxiosInstance } from 'axios';

export class StockGateway {
  #http: AxiosInstance;

  constructor(http: AxiosInstance) {
    this.#http = http;
  }

  async level(sku: string) {
    // expect: timeout-outbound
    const { data } = await this.#http.get(`/levels/${sku}`);
    return data;
  }
}
