import { resetDatabase } from './reset-database';

export const reset = async (_request, response) => {
  await resetDatabase();
  response.sendStatus(204);
};
