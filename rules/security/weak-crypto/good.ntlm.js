const crypto = require('crypto');

// NTLM is made of DES.
exports.response = function (key, challenge) {
  const cipher = crypto.createCipheriv('des-ecb', key, '');
  return cipher.update(challenge, 'binary', 'base64');
};
