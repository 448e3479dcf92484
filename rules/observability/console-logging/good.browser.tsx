'use client';
export function Button() {
  return <button onClick={() => console.log('clicked')}>Pay</button>;
}
