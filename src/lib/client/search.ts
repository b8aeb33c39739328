/** How the search page finds: word by word, from the beginnings of words, without regard to case and diacritics. */

/** What is listed: its title, what stands beside it, and what its page tells of besides. */
export type Entry = { title: string; about: string; topics: string };

/** Other words for what the site calls something else: beginning of the reader's word → the site's. Folded. */
const OTHER_WORDS: [string, string][] = [
  ['sekretess', 'rojandekontroll'],
  ['anonym', 'rojandekontroll'],
  ['mask', 'rojandekontroll'],
  ['gdpr', 'rojandekontroll'],
  ['aterinlagg', 'aterinskrivning'],
  ['vardplatsdag', 'vantedygn'],
  ['excel', 'oppna'],
  ['kalkyl', 'oppna'],
  ['namnd', 'mal'],
];

/** Words that say nothing of what is sought. */
const EMPTY = [
  'kommun',
  'kommuner',
  'kommuns',
  'i',
  'pa',
  'for',
  'fran',
  'och',
  'om',
  'av',
  'per',
  'hos',
  'vid',
];

/** A compound is searched inside only for words of this length. */
const COMPOUND = 5;
/** Shorter words are too many beginnings of others: beside a title they must be whole. */
const SHORT = 4;

const EXACT = 8;
const BEGINS = 6;
const OTHER = 4;
const BESIDE = 3;
const INSIDE = 1;

/** Lower case without diacritics, as words. */
export const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The query's words; those that say nothing only where there is no other. */
export function queryWords(query: string): string[] {
  const all = wordsOf(query);
  const telling = all.filter((word) => !EMPTY.includes(word));
  return telling.length > 0 ? telling : all;
}

/** A word and what it is without the genitive's s. */
const forms = (word: string): string[] =>
  word.length > SHORT && word.endsWith('s') ? [word, word.slice(0, -1)] : [word];

const begins = (words: string[], wanted: string[]): boolean =>
  words.some((word) => wanted.some((form) => word.startsWith(form)));

/**
 * How well each entry answers, 0 where it does not: every word must be met. What a page tells of besides counts only
 * where its title is asked for too ("väntan Lund").
 */
export function search(entries: Entry[]): (query: string) => number[] {
  const read = entries.map(({ title, about, topics }) => ({
    title: wordsOf(title),
    about: wordsOf(about),
    topics: wordsOf(topics),
  }));
  return (query) => {
    const wanted = queryWords(query);
    return read.map((entry) => {
      const own = wanted.map((word) => scoreOf(word, entry));
      const named = own.some((score) => score >= BEGINS);
      const scores = own.map((score, i) =>
        score === 0 && named && begins(entry.topics, forms(wanted[i]!)) ? BESIDE : score,
      );
      if (scores.includes(0)) return 0;
      const whole = entry.title.join(' ') === wanted.join(' ') ? EXACT : 0;
      return scores.reduce((sum, score) => sum + score, whole);
    });
  };
}

function scoreOf(word: string, { title, about }: { title: string[]; about: string[] }): number {
  const wanted = forms(word);
  if (wanted.some((form) => title.includes(form))) return EXACT;
  if (begins(title, wanted)) return BEGINS;
  const other = OTHER_WORDS.filter(([beginning]) => word.startsWith(beginning)).map(([, own]) => own);
  if (other.some((own) => title.includes(own))) return OTHER;
  if (word.length < SHORT ? about.includes(word) : begins(about, wanted)) return BESIDE;
  return word.length >= COMPOUND && title.some((own) => own.includes(word)) ? INSIDE : 0;
}
