exports.flags = { checkout: false };
