const base = { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' } as const;

export function cookieOptions(maxAge: number) {
  return { ...base, maxAge };
}
