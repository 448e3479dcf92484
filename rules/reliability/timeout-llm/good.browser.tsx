'use client';
import { useState } from 'react';
import OpenAI from 'openai';

// In the browser, with the user's own key: not a server's request that hangs.
export function Playground({ apiKey }: { apiKey: string }) {
  const [text, setText] = useState('');
  const openai = new OpenAI({ apiKey, dangerouslyAllowBrowser: true });
  return (
    <button onClick={async () => setText((await openai.responses.create({ model: 'gpt-4o-mini', input: 'Hello' })).output_text)}>{text || 'Ask'}</button>
  );
}
