exports.timestamps = (table) => table.timestamps(true, true);
