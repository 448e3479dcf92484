// expect-project: security-headers
export default { reactStrictMode: true };
