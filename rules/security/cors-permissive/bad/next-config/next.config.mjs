export default {
  async headers() {
    return [
      // expect: cors-permissive
      { source: '/api/(.*)', headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }, { key: 'Access-Control-Allow-Origin', value: '*' }] },
    ];
  },
};
