exports.orders = { all: async () => [] };
