/** Signs around the name of a word that a page lacks yet: for private use, so no text has them. */
const [START, END] = ['\uE000', '\uE001'];
const WORD = new RegExp(`${START}([a-z_0-9]+)${END}`, 'g');

/** A word's place in a text. */
export const wordPlace = (name: string): string => START + name + END;

/** A text with its words in place. */
export const withWords = (text: string, word: (name: string) => string): string =>
  text.replace(WORD, (_, name: string) => word(name));

/** Readable ids, as a Swede would type them: Röjandekontroll → rojandekontroll. The place of a word becomes `__name__`. */
export function headingId(text: string): string {
  return text
    .split(WORD)
    .map((part, i) => (i % 2 === 1 ? `__${part}__` : plain(part)))
    .join('')
    .replace(/^-|-$/g, '');
}

/** An id with its words in place. */
export const idWithWords = (id: string, word: (name: string) => string): string =>
  id.replace(/__([a-z0-9]+(?:_[a-z0-9]+)*)__/g, (_, name: string) => headingId(word(name)));

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
