import { KODER } from '../../../data-loaders/report/koder.ts';
import type { Filuppgift, Orsaker } from '../../../data-loaders/report/types.ts';
import {
  capitalize,
  columnName,
  dataTable,
  escapeHtml,
  formatNumber,
  link,
  list,
} from '../../components/index.ts';
import type { KatalogIndikator } from '../data.ts';
import type { Block } from '../markdown.ts';
import { switchedOff } from './registry.ts';
import { definitionHref } from './unit.ts';

const number = (value: number | null): { text: string; numerisk: true } => ({
  text: value === null ? 'saknas' : formatNumber(value),
  numerisk: true,
});

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** The extract files as read: rows read, used and refused, with the checksum that tells versions apart. */
export const filer: Block = ({ katalog }) =>
  dataTable({
    id: 'filer',
    caption: 'Lästa filer',
    doldCaption: true,
    radrubrik: 'Fil',
    kolumner: [
      { rubrik: 'Lästa rader' },
      { rubrik: 'Använda' },
      { rubrik: 'Avvisade' },
      { rubrik: 'SHA-256', text: true },
    ],
    rader: katalog.filer.map(({ fil, lasta, anvanda, avvisade, sha256 }) => ({
      rubrik: fil,
      celler: [
        number(lasta),
        number(anvanda),
        number(sum(avvisade)),
        { html: `<code class="hash">${escapeHtml(sha256)}</code>` },
      ],
    })),
    troskel: katalog.troskel,
  });

/** Rows by reason and file, and the first of them: `typ` avvisade, strukna_uppgifter or anmarkningar. */
export const orsaker: Block = ({ katalog }, { typ = 'avvisade' }) => {
  const key = typ as keyof Orsaker;
  const rows = katalog.filer.flatMap((file) =>
    Object.entries(file[key]).map(([code, count]) => ({
      fil: file.fil,
      code,
      count,
      first: file.rader[key][code] ?? [],
      columns: file.i_kolumner[key][code] ?? [],
    })),
  );
  if (rows.length === 0) return `<p>${NOTHING[key]}</p>`;
  return dataTable({
    id: `orsaker-${key}`,
    caption: CAPTIONS[key],
    doldCaption: true,
    radrubrik: 'Orsak',
    kolumner: [
      { rubrik: 'Fil', text: true },
      { rubrik: 'Rader' },
      { rubrik: 'Radnummer', text: true },
      { rubrik: 'Kolumn', text: true },
    ],
    rader: rows.map(({ fil, code, count, first, columns }) => ({
      rubrik: capitalize(KODER[code]?.text ?? code),
      celler: [
        { text: fil },
        few(count, katalog.troskel),
        { text: places(first, count) },
        { text: columns.join(', ') || '–' },
      ],
    })),
    troskel: katalog.troskel,
  });
};

/** A number of rows; null is one that a few patients are behind. */
const few = (value: number | null, k: number) =>
  value === null ? { text: `färre\u00a0än\u00a0${k}`, numerisk: true } : number(value);

/** `12, 15 …`: the first rows, and whether there are more. A remark on a whole file has none. */
const places = (first: number[], count: number | null): string =>
  first.length === 0 ? '–' : first.join(', ') + (count !== null && count > first.length ? ' …' : '');

const CAPTIONS = {
  avvisade: 'Avvisade rader per orsak',
  strukna_uppgifter: 'Rader som används utan en felaktig uppgift',
  anmarkningar: 'Anmärkningar på rader som används hela',
};
const NOTHING = {
  avvisade: 'Ingen rad avvisades.',
  strukna_uppgifter: 'Ingen uppgift ströks.',
  anmarkningar: 'Det finns inga anmärkningar.',
};

/** Columns of every file: how often empty, the days they span; and columns the program does not know. */
export const kolumner: Block = ({ katalog }) => katalog.filer.map(columnsOf(katalog.troskel)).join('');

const columnsOf =
  (troskel: number) =>
  (file: Filuppgift): string =>
    `<details><summary>Kolumner i ${escapeHtml(file.fil)}</summary>` +
    dataTable({
      id: `kolumner-${file.fil.replace(/[^\w-]/g, '-')}`,
      caption: `Kolumner i ${file.fil}`,
      doldCaption: true,
      radrubrik: 'Kolumn',
      kolumner: [
        { rubrik: 'Rubrik i filen', text: true },
        { rubrik: 'Tomma', enhet: 'procent' },
        { rubrik: 'Första dag' },
        { rubrik: 'Sista dag' },
      ],
      rader: file.kolumner.map(({ namn, rubrik, saknas_andel, forsta, sista }) => ({
        rubrik: namn,
        celler: [
          { text: rubrik },
          { text: saknas_andel === null ? 'visas inte' : emptyShare(saknas_andel), numerisk: true },
          { text: forsta ?? '–', numerisk: true },
          { text: sista ?? '–', numerisk: true },
        ],
      })),
      troskel,
      ...(file.kolumner.some(({ saknas_andel }) => saknas_andel === null) && {
        forklaring: `”visas inte”: färre än ${troskel} rader är tomma, eller färre än ${troskel} är ifyllda.`,
      }),
    }) +
    (file.lasning.length > 0 ? `<p>Läst så: ${escapeHtml(file.lasning.join('; '))}.</p>` : '') +
    `<p>${file.okanda_kolumner.length > 0 ? `Okända kolumner, som inte används: ${escapeHtml(list(file.okanda_kolumner))}.` : 'Filen har inga okända kolumner.'}</p></details>`;

/** Percent with one decimal; some are never shown as none, nor as all. */
function emptyShare(share: number): string {
  if (share > 0 && share < 0.0005) return 'under 0,1';
  if (share < 1 && share >= 0.9995) return 'över 99,9';
  return formatNumber(share * 100, 1);
}

/** Indicators that the extracts cannot give, and the column each would need. */
export const avstangda: Block = ({ katalog }) => {
  const off = katalog.indikatorer.filter(({ avstangd_saknar }) => avstangd_saknar.length > 0);
  if (off.length === 0) return '<p>Alla indikatorer kan räknas: ingen kolumn som de kräver saknas.</p>';
  return `<ul>${off
    .map((indikator) => `<li>${titleLink(indikator)}. ${escapeHtml(switchedOff(indikator))}</li>`)
    .join('')}</ul>`;
};

/** Indicators that are counted on a column with little in it. */
export const tomma: Block = ({ katalog }) => {
  if (katalog.tomma_krav.length === 0) return '';
  const limit = Number(katalog.parametrar['granskning.tom_kolumn_andel']);
  const items = katalog.indikatorer.flatMap((indikator) => {
    const own = katalog.tomma_krav.filter((krav) => krav.indikator === indikator.id);
    if (own.length === 0) return [];
    const columns = list(own.map(({ krav }) => columnName(krav)));
    return [`<li>${titleLink(indikator)}: ${escapeHtml(columns)}.</li>`];
  });
  return (
    `<p>De här räknas, men vilar på en kolumn som är tom i mer än ${formatNumber(100 * limit)} procent av raderna. ` +
    `Tolka dem med försiktighet.</p><ul>${items.join('')}</ul>`
  );
};

const titleLink = ({ titel, id }: KatalogIndikator): string => link(titel, definitionHref(id));

/** Published rows per indicator by status. */
export const rader_per_indikator: Block = ({ katalog }) =>
  dataTable({
    id: 'rader-per-indikator',
    caption: 'Publicerade rader per indikator',
    doldCaption: true,
    radrubrik: 'Indikator',
    kolumner: [{ rubrik: 'Visas' }, { rubrik: 'Skyddade' }, { rubrik: 'Saknas' }],
    rader: katalog.indikatorer.map(({ id, titel, rader }) => ({
      rubrik: titel,
      href: definitionHref(id),
      celler: [number(rader.visas), number(rader.skyddad), number(rader.saknas)],
    })),
    troskel: katalog.troskel,
  });
