export const suggest = (text) => fetch('https://suggest.partner.example/?q=' + encodeURIComponent(text)).then((answer) => answer.json());
