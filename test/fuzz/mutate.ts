import { between, type Random } from '../../data-loaders/demo/random.ts';
import type { Sheet } from './sheets.ts';

/** A sheet on its way to a file. */
export type Draft = Sheet & {
  /** File name without ending. */
  name: string;
  /** Rows before the headings, blank rows and rows under the data, by the data row (from 0) they stand before. */
  titles: string[][];
  totals: string[][];
  /** Data rows the reader must find if it reads the file at all; null once a mutation makes that uncertain. */
  count: number | null;
  /** What was done, for the one who reads a failure. */
  done: string[];
};

type Operator = (draft: Draft, random: Random) => void;

const at = (random: Random, list: readonly unknown[]) => between(random, 0, Math.max(0, list.length - 1));
const one = <T>(random: Random, list: readonly T[]): T => list[at(random, list)]!;

const DATES: ((iso: string) => string)[] = [
  (d) => d.slice(0, 10),
  (d) => d.replace(' ', 'T'),
  (d) => `${d.replace(' ', 'T')}Z`,
  (d) => d.slice(0, 10).replaceAll('-', ''),
  (d) => d.slice(0, 10).split('-').reverse().join('.'),
  (d) => d.slice(0, 10).split('-').reverse().join('/'),
  (d) => `${Number(d.slice(8, 10))}/${Number(d.slice(5, 7))} ${d.slice(0, 4)}`,
  (d) => d.slice(2, 10),
  () => '45101,5868',
  () => '9999-12-31',
  () => '2024-02-30 25:61',
  () => '0000-00-00',
];

const VALUES = [
  '',
  ' ',
  '\u00a0',
  '\u200b',
  '0',
  '-1',
  '1e308',
  '9'.repeat(400),
  'NaN',
  'null',
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  "'; drop table x; --",
  '"',
  'a"b',
  '""',
  'rad\nbrytning',
  'rad\r\nbrytning',
  '\r',
  'a;b,c\td|e',
  'a\0b',
  '\ufeff',
  '\ud83d\ude00 åäö é ß',
  '../../../etc/passwd',
  'å'.repeat(5000),
];

/** Writes every date of one column, or of one cell, in another form. */
const dates: Operator = (draft, random) => {
  const form = one(random, DATES);
  const whole = random() < 0.6;
  const column = at(random, draft.head);
  const row = at(random, draft.rows);
  draft.rows.forEach((cells, index) => {
    if (whole || index === row)
      for (const place of whole ? [column] : cells.keys())
        if (/^\d{4}-\d\d-\d\d/.test(cells[place] ?? '')) cells[place] = form(cells[place]!);
  });
};

export const OPERATORS: Record<string, Operator> = {
  dates,
  'odd value': (draft, random) => {
    const row = one(random, draft.rows);
    if (row) row[at(random, row)] = one(random, VALUES);
  },
  'odd column': (draft, random) => {
    const [column, value] = [at(random, draft.head), one(random, VALUES)];
    for (const row of draft.rows) row[column] = value;
    if (value.trim() === '' || draft.head.length < 3) draft.count = null;
  },
  'missing field': (draft, random) => void one(random, draft.rows)?.pop(),
  'extra field': (draft, random) => void one(random, draft.rows)?.push(one(random, ['', 'x', 'x;y'])),
  'row of one field': (draft, random) => void one(random, draft.rows)?.splice(1),
  'empty row': (draft, random) => {
    const row = one(random, draft.rows);
    if (row) row.fill('');
    draft.count = null;
  },
  'no rows': (draft) => {
    draft.rows = [];
    if (draft.count !== null) draft.count = 0;
  },
  'same row twice': (draft, random) => {
    if (draft.rows.length === 0) return;
    draft.rows.push([...one(random, draft.rows)]);
    if (draft.count !== null) draft.count++;
  },
  contradiction: (draft, random) => {
    if (draft.rows.length < 2) return;
    const [from, to] = [one(random, draft.rows), one(random, draft.rows)];
    to[0] = from[0] ?? '';
  },
  'heading twice': (draft, random) => {
    draft.head[at(random, draft.head)] = one(random, draft.head) ?? '';
  },
  'heading changed': (draft, random) => {
    const place = at(random, draft.head);
    const name = draft.head[place] ?? '';
    draft.head[place] = one(random, [
      '',
      name.toUpperCase(),
      `${name} (datum)`,
      `${name.slice(0, -1)}`,
      `\u00a0${name} `,
      name.replaceAll('_', '-'),
      '"',
      'a;b',
      'rad\nbrytning',
      'x'.repeat(3000),
      "'; drop table x; --",
      'rad',
      'fil',
      'skäl',
      '__proto__',
      'rowid',
    ]);
  },
  'heading missing': (draft, random) => void draft.head.splice(at(random, draft.head), 1),
  'no headings': (draft) => {
    draft.head = draft.rows.shift() ?? [];
    draft.count = null;
  },
  'column dropped': (draft, random) => {
    const place = at(random, draft.head);
    for (const row of [draft.head, ...draft.rows]) row.splice(place, 1);
    if (draft.head.length < 2) draft.count = null;
  },
  'columns swapped': (draft, random) => {
    const [a, b] = [at(random, draft.head), at(random, draft.head)];
    for (const row of draft.rows) [row[a], row[b]] = [row[b] ?? '', row[a] ?? ''];
  },
  'unknown column': (draft, random) => {
    const place = at(random, draft.head);
    draft.head.splice(place, 0, one(random, ['Anteckning', '', 'Kolumn1']));
    for (const row of draft.rows) row.splice(place, 0, one(random, ['', 'text', ...VALUES]));
  },
  'empty columns at the end': (draft, random) => {
    for (const row of [draft.head, ...draft.rows])
      row.push(...Array.from({ length: 1 + (random() < 0.5 ? 1 : 0) }, () => ''));
  },
  'title rows': (draft, random) => {
    draft.titles.push([one(random, ['Rapport: utskrivningar', 'Uttag 2024-06-01', 'Region Skåne']), '']);
    if (random() < 0.5) draft.titles.push([]);
  },
  'total row': (draft, random) => {
    draft.totals.push([one(random, ['Summa', 'Totalt', 'Antal rader']), String(draft.rows.length)]);
    draft.count = null;
  },
  'rows shuffled': (draft, random) => {
    draft.rows.sort(() => random() - 0.5);
  },
  'kommun misspelt': (draft, random) => {
    const place = draft.head.indexOf('kommun');
    if (place < 0) return;
    const name = one(random, [
      'Lunds kommun',
      'Helsingbrog',
      'malmö stad',
      '180',
      '1281.0',
      'LUND (1281)',
      'Ingenstans',
    ]);
    for (const row of draft.rows) if (random() < 0.5) row[place] = name;
  },
  'odd name': (draft, random) => {
    draft.name += one(random, [
      " 'a'; drop table x; --",
      ' "b"',
      '<script>',
      ' rad\nbrytning',
      ' åäö é',
      ' $HOME `id` %s',
      ' ..\\..',
      ' [1]*?',
      ' \u001b[31mröd',
      ` ${'l'.repeat(150)}`,
      '=cmd',
    ]);
  },
  'name of no kind': (draft, random) => {
    draft.name = one(random, ['anteckningar', 'utskrivna', 'x', 'kopia av utskrivningar']);
  },
};
