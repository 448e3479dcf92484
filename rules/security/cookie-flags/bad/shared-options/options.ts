export const cookieOptions = { httpOnly: true, sameSite: 'lax', secure: false } as const;
