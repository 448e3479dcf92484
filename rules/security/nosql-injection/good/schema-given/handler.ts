import type { NextFunction, Request, Response } from 'express';
import type { ZodType } from 'zod';

interface Schemas {
  body?: ZodType;
}

function validate(schema: ZodType, value: unknown) {
  const result = schema.safeParse(value);
  return result.success ? { success: true as const, data: result.data } : { success: false as const, errors: result.error.issues };
}

async function run(req: { body: unknown }, schemas: Schemas, handler: (req: never) => Promise<unknown>) {
  const errors: unknown[] = [];
  if (schemas.body) {
    const validated = validate(schemas.body, req.body);
    if (!validated.success) errors.push(...validated.errors);
    else req.body = validated.data;
  }
  if (errors.length > 0) return { status: 400, body: { errors } };
  return { status: 200, body: await handler(req as never) };
}

export function createHandler(schemas: Schemas) {
  return (handler: (req: Request) => Promise<unknown>) => async (req: Request, res: Response, next: NextFunction) => {
    try {
      const { status, body } = await run(req, schemas, handler as (req: never) => Promise<unknown>);
      res.status(status).json(body);
    } catch (error) {
      next(error);
    }
  };
}
