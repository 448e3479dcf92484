exports.verifyOptions = { algorithms: ['none', 'HS256'], issuer: 'https://login.example.com' };
