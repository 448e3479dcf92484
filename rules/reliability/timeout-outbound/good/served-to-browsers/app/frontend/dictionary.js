export async function load(language) {
  return (await fetch(new URL(`./${language}.dic`, 'https://cdn.partner.example/'))).text();
}
