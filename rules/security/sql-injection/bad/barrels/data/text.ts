export const like = (column: string, term: string) => column + " LIKE '%" + term + "%'";
