import axios from 'axios';
import { StockGateway } from './stock.gateway.js';
import { Warehouse } from './warehouse.js';

const http = axios.create({ baseURL: 'https://stock.example.com' });

export const warehouse = new Warehouse({ stock: new StockGateway(http) });
