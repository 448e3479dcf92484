export const log = {
  info: (...args: unknown[]) => console.log(new Date().toISOString(), 'INFO', ...args),
};
