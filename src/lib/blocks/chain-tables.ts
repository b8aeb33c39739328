import {
  bandName,
  type Cell,
  capitalize,
  categoryName,
  dataTable,
  escapeHtml,
  figure,
  type Kolumn,
  valueCell,
} from '../../components/index.ts';
import type { Unit } from '../data.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, type Page, type Span, spanOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { absent, visible } from './chain.ts';
import { all, NONE } from './weekday.ts';

/** Numbers that are not weekdays: days of notice, changes of the estimated day. */
const NUMBERED: Record<string, (kategori: string) => string> = {
  kort_varsel: (kategori) => (kategori === 'annat' ? 'okänt' : bandName(kategori)),
  framforhallning_andringar: (kategori) =>
    ({ '0': 'ingen', '1': 'en', '2-': 'två eller fler' })[kategori] ?? kategori,
};

type Table = { id: string; titel: string; radrubrik: string; kolumner: Kolumn[]; bildtext?: string };

/** A table of categories under a heading: one row per category, its cells as `celler` gives them. */
function categories(
  page: Page,
  { id, titel, radrubrik, kolumner, bildtext }: Table,
  span: Span,
  celler: (kategori: string) => Cell[],
): string {
  return figure({
    id: `figur-${id}`,
    titel,
    undertitel: `${page.unit.namn}, ${spanText(span)}`,
    innehall: dataTable({
      id: `tabell-${id}`,
      caption: `${titel}, ${page.unit.namn}, ${spanText(span)}`,
      doldCaption: true,
      radrubrik,
      kolumner,
      rader: all(page, id, page.unit, span).map(({ kategori }) => ({
        rubrik: capitalize((NUMBERED[id] ?? categoryName)(kategori)),
        celler: celler(kategori),
      })),
      troskel: page.katalog.troskel,
    }),
    bildtext: [`${sourceText(page)}.`, bildtext ?? ''].join(' ').trim(),
  });
}

const counted = (page: Page, id: string, unit: Unit, span: Span, kategori: string): Cell[] => {
  const rad = page.data.cell(id, unit, span.typ, span.period, { kategori });
  return [cellOf(page, rad, 'taljare'), cellOf(page, rad)];
};

const SHARE: Kolumn[] = [
  { rubrik: 'Fall', enhet: 'antal' },
  { rubrik: 'Andel', enhet: 'procent' },
];

/** Process colours with the share who left the same day. */
export const processer: Block = (page) => {
  const span = spanOf(page, 'process');
  const nothing = absent(page, 'process', span);
  if (nothing || !span) return nothing ?? NONE;
  const table = {
    id: 'process',
    titel: 'Processens färg och utskrivna samma dag',
    radrubrik: 'Process',
    kolumner: [...SHARE, { rubrik: 'Utskrivna samma dag', enhet: 'procent' }],
    bildtext:
      'Gul lämnar normalt sjukhuset samma dag, röd tidigast dagen efter SIP-mötet. Annat är en annan färg eller ingen uppgift.',
  };
  return categories(page, table, span, (kategori) => [
    ...counted(page, 'process', page.unit, span, kategori),
    cellOf(page, page.data.cell('process_samma_dag', page.unit, span.typ, span.period, { kategori })),
  ]);
};

/** Where people went. */
export const destinationer: Block = (page) => distribution(page, 'utskriven_till', 'Utskriven till');

/** Halland's own split of the needs, percent: psychiatry and hospital (slides of 2023-05-24). */
const HALLAND: Record<string, [psykiatri: string, sjukhus: string]> = {
  oforandrade: ['60', '40'],
  nytillkomna_socialtjanst: ['15', '15'],
  nytillkomna_halso_och_sjukvard: ['7', '40'],
  avancerade: ['18', '5'],
};

/** Needs after discharge beside those of Halland. */
export const behov: Block = (page) => {
  const span = spanOf(page, 'behov');
  const nothing = absent(page, 'behov', span);
  if (nothing || !span) return nothing ?? NONE;
  const table = {
    id: 'behov',
    titel: 'Behov efter utskrivningen',
    radrubrik: 'Behov',
    kolumner: [
      ...SHARE,
      { rubrik: 'Halland, psykiatri', enhet: 'procent' },
      { rubrik: 'Halland, sjukhus', enhet: 'procent' },
    ],
    bildtext:
      'Hallands fördelning är Region Hallands egen, från bilder 2023-05-24, och visas bara som jämförelse. Annat är ett annat behov eller ingen uppgift.',
  };
  return categories(page, table, span, (kategori) => [
    ...counted(page, 'behov', page.unit, span, kategori),
    ...[0, 1].map((i) => ({ text: HALLAND[kategori]?.[i] ?? '–', numerisk: true })),
  ]);
};

function distribution(page: Page, id: string, radrubrik: string): string {
  const span = spanOf(page, id);
  const nothing = absent(page, id, span);
  if (nothing || !span) return nothing ?? NONE;
  const { titel } = indicatorOf(page, id);
  return categories(page, { id, titel, radrubrik, kolumner: SHARE }, span, (kategori) =>
    counted(page, id, page.unit, span, kategori),
  );
}

/** The act's deadlines: share met, and how late the rest. */
export const frister: Block = (page) => {
  const span = spanOf(page, 'frister');
  const nothing = absent(page, 'frister', span);
  if (nothing || !span) return nothing ?? NONE;
  const table = {
    id: 'frister',
    titel: 'Lagens frister',
    radrubrik: 'Frist',
    kolumner: [
      { rubrik: 'Höll fristen', enhet: 'procent' },
      { rubrik: 'Bedömda', enhet: 'fall' },
      { rubrik: 'För sent', enhet: 'fall' },
      { rubrik: 'För sent', enhet: 'dagar per fall' },
    ],
    bildtext:
      'Bara fall där båda tidpunkterna är kända bedöms. Inskrivningsmeddelande: inom 24 timmar från inskrivningen. Kallelse till SIP: inom tre dagar från underrättelsen; det gäller kallelsen, inte mötet.',
  };
  return categories(page, table, span, (kategori) => {
    const rad = page.data.cell('frister', page.unit, span.typ, span.period, { kategori });
    const late = page.data.cell('frister_sent', page.unit, span.typ, span.period, { kategori });
    return [
      cellOf(page, rad),
      cellOf(page, rad, 'namnare'),
      cellOf(page, late, 'namnare'),
      cellOf(page, late),
    ];
  });
};

/** Estimated day of discharge against the actual one, its changes, and the notice. */
export const framforhallning: Block = (page) => {
  const span = spanOf(page, 'framforhallning');
  const nothing = absent(page, 'framforhallning', span);
  const parts: [id: string, radrubrik: string][] = [
    ['framforhallning', 'Skrevs ut'],
    ['framforhallning_andringar', 'Ändringar'],
    ['kort_varsel', 'Dagar'],
  ];
  const tables = parts.slice(nothing ? 2 : 0).map(([id, head]) => distribution(page, id, head));
  return [nothing ?? sentence(page, span!), ...tables].join('');
};

/** Mean error and share changed late, in words. */
function sentence(page: Page, span: Span): string {
  const value = (id: string, kategori: string) => {
    const rad = page.data.cell(id, page.unit, span.typ, span.period, { kategori });
    return visible(rad) ? cellOf(page, rad) : null;
  };
  const parts = [
    [value('framforhallning_fel', 'fel'), 'I genomsnitt var det beräknade datumet fel med ', ' dagar.'],
    [
      value('framforhallning_sent_andrad', 'alla'),
      'För ',
      ' procent av fallen ändrades det först på utskrivningsdagen eller senare.',
    ],
  ] as const;
  const said = parts.flatMap(([cell, before, after]) =>
    cell ? [`${escapeHtml(before)}${valueCell(cell, 'span')}${after}`] : [],
  );
  return said.length > 0 ? `<p>${said.join(' ')}</p>` : '';
}
