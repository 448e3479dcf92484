'use client';
import { useEffect, useState } from 'react';

// Runs in the browser: a user who waits can leave.
export function Rates() {
  const [rates, setRates] = useState<unknown>(null);
  useEffect(() => {
    fetch('https://rates.example.com/v1/latest')
      .then((response) => response.json())
      .then(setRates);
  }, []);
  return <pre>{JSON.stringify(rates)}</pre>;
}
