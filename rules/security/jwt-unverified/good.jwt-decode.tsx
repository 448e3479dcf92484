'use client';
import { jwtDecode } from 'jwt-decode';
import { useEffect, useState } from 'react';

// The browser shows a name and plans the next refresh; every decision is the server's.
export function Badge() {
  const [name, setName] = useState('');
  useEffect(() => {
    const token = localStorage.getItem('token');
    if (!token) return undefined;
    const claims = jwtDecode<{ name: string; role: string; exp: number }>(token);
    setName(claims.role === 'admin' ? `${claims.name} (admin)` : claims.name);
    const timer = setTimeout(() => location.reload(), claims.exp * 1000 - Date.now());
    return () => clearTimeout(timer);
  }, []);
  return <span>{name}</span>;
}
