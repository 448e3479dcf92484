export { default as database } from './client';
export * from './text';
