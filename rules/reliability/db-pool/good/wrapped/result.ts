export const ok = <T>(value: T) => ({ value });
