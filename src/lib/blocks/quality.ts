import type { Filrapport } from '../../../data-loaders/catalogue-types.ts';
import { KODER } from '../../../data-loaders/report/koder.ts';
import {
  capitalize,
  dataTable,
  escapeHtml,
  formatMonth,
  formatNumber,
  levelName,
  link,
  list,
} from '../../components/index.ts';
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

/** Rows by reason and file: `typ` avvisade, strukna_uppgifter or anmarkningar. */
export const orsaker: Block = ({ katalog }, { typ = 'avvisade' }) => {
  const key = typ as 'avvisade' | 'strukna_uppgifter' | 'anmarkningar';
  const rows = katalog.filer.flatMap((file) =>
    Object.entries(file[key]).map(([code, count]) => ({ fil: file.fil, code, count })),
  );
  if (rows.length === 0) return `<p>${NOTHING[key]}</p>`;
  return dataTable({
    id: `orsaker-${key}`,
    caption: CAPTIONS[key],
    doldCaption: true,
    radrubrik: 'Orsak',
    kolumner: [{ rubrik: 'Fil', text: true }, { rubrik: 'Rader' }],
    rader: rows.map(({ fil, code, count }) => ({
      rubrik: capitalize(KODER[code]?.text ?? code),
      celler: [{ text: fil }, number(count)],
    })),
    troskel: katalog.troskel,
  });
};

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

/** Columns of every file: how often empty; and columns the program does not know. */
export const kolumner: Block = ({ katalog }) => katalog.filer.map(columnsOf(katalog.troskel)).join('');

const columnsOf =
  (troskel: number) =>
  (file: Filrapport): string =>
    `<details><summary>Kolumner i ${escapeHtml(file.fil)}</summary>` +
    dataTable({
      id: `kolumner-${file.fil.replace(/[^\w-]/g, '-')}`,
      caption: `Kolumner i ${file.fil}`,
      doldCaption: true,
      radrubrik: 'Kolumn',
      kolumner: [
        { rubrik: 'Rubrik i filen', text: true },
        { rubrik: 'Tomma', enhet: 'procent' },
      ],
      rader: file.kolumner.map(({ namn, rubrik, saknas_andel }) => ({
        rubrik: namn,
        celler: [{ text: rubrik }, { text: formatNumber(saknas_andel * 100, 1), numerisk: true }],
      })),
      troskel,
    }) +
    `<p>${file.okanda_kolumner.length > 0 ? `Okända kolumner, som inte används: ${escapeHtml(list(file.okanda_kolumner))}.` : 'Filen har inga okända kolumner.'}</p></details>`;

/** Indicators that the extracts cannot give, and the column each would need. */
export const avstangda: Block = ({ katalog }) => {
  const off = katalog.indikatorer.filter(({ avstangd_saknar }) => avstangd_saknar.length > 0);
  if (off.length === 0) return '<p>Alla indikatorer kan räknas: ingen kolumn som de kräver saknas.</p>';
  return `<ul>${off
    .map(
      (indikator) =>
        `<li>${link(indikator.titel, definitionHref(indikator.id))}. ${escapeHtml(switchedOff(indikator))}</li>`,
    )
    .join('')}</ul>`;
};

/** Stays and cases per month of discharge: a hole in the extracts shows as a drop. */
export const tackning: Block = ({ katalog }) =>
  dataTable({
    id: 'tackning',
    caption: 'Vårdtillfällen och fall per månad, hela regionen',
    doldCaption: true,
    radrubrik: 'Månad',
    kolumner: [{ rubrik: 'Vårdtillfällen' }, { rubrik: 'Fall' }],
    rader: [...katalog.tackning].reverse().map(({ manad, vardtillfallen, fall }) => ({
      rubrik: formatMonth(manad),
      celler: [coverage(vardtillfallen), coverage(fall)],
    })),
    troskel: katalog.troskel,
  });

/** Null: hidden, or the extract does not say. */
const coverage = (value: number | null) =>
  value === null ? { text: 'visas inte', numerisk: true } : number(value);

/** Share of published cells hidden, per level. */
export const skyddade: Block = ({ katalog }) =>
  dataTable({
    id: 'skyddade',
    caption: 'Celler som röjandekontrollen döljer, per nivå',
    doldCaption: true,
    radrubrik: 'Nivå',
    kolumner: [{ rubrik: 'Celler' }, { rubrik: 'Skyddade' }, { rubrik: 'Andel skyddade', enhet: 'procent' }],
    rader: katalog.skyddade.map(({ niva, celler, skyddade: hidden, andel }) => ({
      rubrik: capitalize(levelName(niva)),
      celler: [
        number(celler),
        number(hidden),
        { text: andel === null ? '–' : formatNumber(andel, 1), numerisk: true },
      ],
    })),
    troskel: katalog.troskel,
  });

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
