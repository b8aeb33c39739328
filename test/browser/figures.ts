import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { KEY } from '../../data-loaders/explain/cell.ts';
import { JUDGED_KEYS } from '../../data-loaders/judged-keys.ts';
import { allPages } from './pages.ts';

type Node = DefaultTreeAdapterMap['node'];
type Row = Record<string, string>;

/** Published rows by the address that `data-cell` carries. */
function publishedRows(site: string): Map<string, Row> {
  const folder = join(site, 'data');
  const rows = new Map<string, Row>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'jamforelse.csv'))
    for (const row of Papa.parse<Row>(readFileSync(join(folder, file), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data)
      rows.set(KEY.map((column) => row[column]).join('|'), row);
  return rows;
}

/** Rows of the judgements by the address that `data-bedomning` carries. */
function judgedRows(site: string): Map<string, Row> {
  return new Map(
    Object.entries(JUDGED_KEYS).flatMap(([file, keys]) =>
      Papa.parse<Row>(readFileSync(join(site, 'data', `${file}.csv`), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data.map((row) => [[file, ...keys.map((column) => row[column])].join('|'), row] as const),
    ),
  );
}

const text = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';

function* elements(node: Node): Generator<{ attributes: Map<string, string>; text: string }> {
  if ('attrs' in node) {
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    if (attributes.has('data-cell') || attributes.has('data-bedomning'))
      yield { attributes, text: text(node) };
  }
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

/** The fault of a shown cell against its published row, or null. A number may be rounded to the decimals it shows. */
export function fault(shown: string, row: Row | undefined, column: string): string | null {
  if (!row) return 'no such published row';
  // A judged row without a status of its own is of a shown cell.
  if ((row.status ?? 'visas') !== 'visas' && column === 'varde') {
    if (!shown.includes(row.status!)) return `does not say ${row.status}`;
    return /\d/.test(shown) ? 'shows a digit of a cell that is not shown' : null;
  }
  const value = row[column];
  if (!value) return /\d/.test(shown) ? 'shows a digit where the file is empty' : null;
  const number = /[−-]?\d[\d\u00a0\u202f]*(?:,\d+)?/.exec(shown)?.[0];
  if (!number) return 'shows no number';
  const decimals = number.split(',')[1]?.length ?? 0;
  const read = Number(
    number
      .replace(/[\u00a0\u202f]/g, '')
      .replace('−', '-')
      .replace(',', '.'),
  );
  return Math.abs(read - Number(value)) <= 0.5 * 10 ** -decimals + 1e-9
    ? null
    : `shows ${number}, the file has ${value}`;
}

/** Every shown figure of a site against its files: what differs, and how many figures each page has. */
export function figureFaults(site: string): { faults: string[]; counts: Map<string, number> } {
  const rows = publishedRows(site);
  const judged = judgedRows(site);
  const faults: string[] = [];
  const counts = new Map<string, number>();
  for (const page of allPages(site)) {
    let count = 0;
    for (const cell of elements(parse(readFileSync(join(site, page), 'utf8')))) {
      count++;
      const address = (cell.attributes.get('data-cell') ?? cell.attributes.get('data-bedomning'))!;
      const row = cell.attributes.has('data-cell') ? rows.get(address) : judged.get(address);
      const found = fault(cell.text, row, cell.attributes.get('data-falt') ?? 'varde');
      if (found) faults.push(`${page} ${address}: ${found} («${cell.text.trim()}»)`);
    }
    counts.set(page, count);
  }
  return { faults, counts };
}

/** Pages of a unit and the first page are made of figures. */
export const ofFigures = (page: string): boolean =>
  /^(index\.|(kommun|vardgivare|delregion)\/(?!index))/.test(page);
