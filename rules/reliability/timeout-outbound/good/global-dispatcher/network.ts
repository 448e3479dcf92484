import { Agent, setGlobalDispatcher } from 'undici';

setGlobalDispatcher(new Agent({ headersTimeout: 5_000, bodyTimeout: 10_000, connect: { timeout: 2_000 } }));
