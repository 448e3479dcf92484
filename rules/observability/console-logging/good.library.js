exports.parse = (text) => { console.warn('parsing'); return JSON.parse(text); };
