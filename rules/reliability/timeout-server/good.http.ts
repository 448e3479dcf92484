import { createServer } from 'node:http';
import { REQUEST_TIMEOUT } from './settings';
createServer({ requestTimeout: REQUEST_TIMEOUT }, (_request, response) => response.end()).listen(8080);
