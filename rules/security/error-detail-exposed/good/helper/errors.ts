export class AppError extends Error {}

export function errorMessage(error: unknown): string {
  return error instanceof AppError ? error.message : 'Internal server error';
}
