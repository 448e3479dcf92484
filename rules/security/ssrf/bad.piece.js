const url = req.body.imageUrl;
// expect: ssrf
axios.get(url);
// expect: ssrf
axios({ url: url });
// expect: ssrf
fetch(url);
// ok: ssrf
axios.get('https://api.example.com/' + encodeURIComponent(url));
