export default {
  async headers() {
    return [
      // ok: cors-permissive
      { source: '/js/(.*)', headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }, { key: 'Access-Control-Allow-Origin', value: '*' }] },
    ];
  },
};
