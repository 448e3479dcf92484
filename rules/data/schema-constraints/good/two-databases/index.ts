export const sqlOnly = true;
