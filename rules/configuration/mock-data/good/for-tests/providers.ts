const isTestEnvironment = Boolean(process.env.PLAYWRIGHT);

export const provider = isTestEnvironment
  ? (() => {
      const { model } = require('./models.mock');
      return model;
    })()
  : null;

export async function load() {
  if (process.env.NODE_ENV === 'test') return (await import('./__mocks__/store')).store;
  return null;
}
