import { Agent, setGlobalDispatcher } from 'undici';

// Bounds the connection only, and nothing for axios, which does not go through undici.
setGlobalDispatcher(new Agent({ connections: 32, connect: { timeout: 2_000 } }));
