// Two of three: the report must say so, and list the one.
export const first = () => fetch('https://partner.example.com/1', { signal: AbortSignal.timeout(5_000) });

export const second = () => fetch('https://partner.example.com/2', { signal: AbortSignal.timeout(5_000) });

// expect: timeout-outbound
export const third = () => fetch('https://partner.example.com/3');
