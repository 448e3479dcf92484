import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function account(request: Request, response: Response) {
  response.json(jwt.verify(String(request.headers.authorization), process.env.JWT_KEY!, { algorithms: ['HS256'] }));
}
