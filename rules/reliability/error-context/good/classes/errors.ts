export class AppError extends Error {
  constructor(readonly code: string, readonly status: number, readonly context: Record<string, unknown> = {}) { super(code); }
}
