import { jwtDecode } from 'jwt-decode';
import type { NextApiRequest, NextApiResponse } from 'next';

interface Claims {
  userId: string;
  roles: string[];
}

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  // expect: jwt-unverified P0
  const claims = jwtDecode<Claims>(req.headers.authorization ?? '');
  if (!claims.roles.includes('admin')) {
    res.status(403).end();
    return;
  }
  res.status(200).json({ userId: claims.userId });
}
