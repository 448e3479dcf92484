exports.logger = { info: (record) => console.log(JSON.stringify(record)) };
