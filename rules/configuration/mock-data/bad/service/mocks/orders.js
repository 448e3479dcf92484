exports.orders = [{ id: 1 }];
