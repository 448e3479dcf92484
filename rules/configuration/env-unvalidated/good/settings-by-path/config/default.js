// A library loads it by its path; whether the values are looked at before they are used cannot be told.
module.exports = {
  search: { url: process.env.SEARCH_URL, key: process.env.SEARCH_KEY },
  session: { secret: process.env.SESSION_SECRET },
};
