exports.parse = (text) => { console.log('parsing'); return JSON.parse(text); };
