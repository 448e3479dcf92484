import { source } from './data-source';

export const resetDatabase = async () => {
  // expect: migrations P1
  await source.dropDatabase();
  // expect: migrations P1
  await source.synchronize();
};
