/** Fills the command on a page of /sa-raknas with the figure that the reader came from, `?siffra=` in the address. */

const command = document.querySelector<HTMLElement>('#kommando code');
const note = document.querySelector<HTMLElement>('#kommando-om');
const given = new URLSearchParams(location.search).get('siffra') ?? '';
const indicator = location.pathname.replace(/^.*\/|\.html$/g, '');

// Nothing but the form that an address has comes into the command, which is copied into a shell.
if (command && note && given.startsWith(`${indicator}|`) && /^[a-z0-9_]+(\|[\w+-]+){2,6}$/.test(given)) {
  command.textContent = command.textContent.replace(/"[^"]*"/, `"${given}"`);
  note.textContent = 'Kommandot är ifyllt för siffran som du kom ifrån.';
}
