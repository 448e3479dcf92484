import { AsyncLocalStorage } from 'node:async_hooks';

export const caller = new AsyncLocalStorage<unknown>();
export const currentUser = () => caller.getStore() as { id: string };
