import type { StockGateway } from './stock.gateway.js';

export class Warehouse {
  constructor(private readonly deps: { stock: StockGateway }) {}

  has(sku: string) {
    return this.deps.stock.level(sku);
  }
}
