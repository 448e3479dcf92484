'use client';
import { useState } from 'react';

// A browser may call what it likes.
export function Preview({ url }: { url: string }) {
  const [text, setText] = useState('');
  // ok: ssrf
  void fetch(url).then(async (answer) => setText(await answer.text()));
  return <p>{text}</p>;
}
