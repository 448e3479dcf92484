export const subscribe = (email) =>
  // expect: env-unvalidated P2
  fetch('https://api.letters.example.com/subscribers', { method: 'POST', headers: { Authorization: `Token ${process.env.LETTERS_API_KEY}` }, body: JSON.stringify({ email }) });
