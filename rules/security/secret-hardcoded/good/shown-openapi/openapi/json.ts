export const json = (value: unknown) => ({ content: { 'application/json': { value } } });
