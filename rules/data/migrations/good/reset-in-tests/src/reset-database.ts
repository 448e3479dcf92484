import { source } from './data-source';

export const resetDatabase = async () => {
  await source.dropDatabase();
  await source.synchronize();
};
