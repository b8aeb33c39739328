import type { PubliceradRad } from '../../../data-loaders/types.ts';
import {
  capitalize,
  categoryName,
  cellBar,
  dataTable,
  figure,
  legsChart,
  missingText,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, delregionOf, indicatorOf, lageOf, type Page, type Span, spanOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { all, NONE, of } from './weekday.ts';

/** The sentence that names the column a figure takes, or that there is no period; null where there is something to show. */
export function absent(page: Page, id: string, span: Span | null): string | null {
  if (indicatorOf(page, id).avstangd_saknar.length > 0) return `<p>${missingText(lageOf(page, id))}</p>`;
  return span ? null : NONE;
}

export const visible = (rad: PubliceradRad | undefined): rad is PubliceradRad & { taljare: number } =>
  rad?.status === 'visas' && rad.taljare !== null;

/** The page's unit and the wider one it is shown beside. */
function besides(page: Page): Page['unit'][] {
  const { unit, region } = page;
  if (unit.niva === 'region') return [unit];
  const wider = unit.niva === 'kommun' ? (delregionOf(page, unit.id) ?? region) : region;
  return [unit, wider];
}

/** The legs of the waiting: as bars, and in a table with the days behind. */
export const ben: Block = (page) => {
  const span = spanOf(page, 'ledtider');
  const nothing = absent(page, 'ledtider', span);
  if (nothing || !span) return nothing ?? NONE;
  const units = besides(page).map((unit) => {
    const rows = all(page, 'ledtider', unit, span);
    return { unit, ben: of(rows, 'kommunens_ben'), rest: of(rows, 'rest') };
  });
  const caption = `Väntedagar till och efter kommunklar, ${page.unit.namn}, ${spanText(span)}`;
  return figure({
    id: 'figur-ben',
    titel: legsTitle(units[0]!.ben, units[0]!.rest),
    undertitel: `Väntedagar per fall från utskrivningsklar till utskriven, delade vid kommunklar, ${spanText(span)}. Bara fall där kommunklar är känt`,
    innehall:
      legsChart({
        id: 'ben',
        titel: caption,
        rader: units.map(({ unit, ...legs }) => ({
          enhet: unit.namn,
          fokus: unit === page.unit,
          ...legs,
        })),
      }) +
      dataTable({
        id: 'tabell-ben',
        caption,
        doldCaption: true,
        radrubrik: 'Enhet',
        kolumner: [
          { rubrik: 'Till kommunklar', enhet: 'dagar' },
          { rubrik: 'Till kommunklar', enhet: 'dagar per fall' },
          { rubrik: 'Därefter', enhet: 'dagar' },
          { rubrik: 'Därefter', enhet: 'dagar per fall' },
          { rubrik: 'Kommunklar känt', enhet: 'fall' },
          { rubrik: 'Utskrivna före kommunklar', enhet: 'procent' },
        ],
        rader: units.map(({ unit, ben: first, rest }) => ({
          rubrik: unit.namn,
          fokus: unit === page.unit && units.length > 1,
          celler: [
            cellOf(page, first, 'taljare'),
            cellOf(page, first),
            cellOf(page, rest, 'taljare'),
            cellOf(page, rest),
            cellOf(page, first, 'namnare'),
            cellOf(page, page.data.cell('utskriven_fore_kommunklar', unit, span.typ, span.period)),
          ],
        })),
        troskel: page.katalog.troskel,
      }),
    bildtext: `${sourceText(page)}. Fall utan uppgift om kommunklar är inte med.`,
    noter: [
      {
        rubrik: 'Till kommunklar',
        text: 'Tiden från utskrivningsklar tills kommunen meddelat att dess insatser kan ta vid.',
      },
      {
        rubrik: 'Därefter: delad',
        text: 'Resten delas av sjukhus, öppenvård, kommun, läkemedel, transport och patientens egna önskemål. Den säger inte vems felet är.',
      },
    ],
  });
};

/** Finding title: on which side of kommunklar most days lie. */
function legsTitle(first: PubliceradRad | undefined, rest: PubliceradRad | undefined): string {
  if (!visible(first) || !visible(rest) || first.taljare === rest.taljare)
    return 'Väntedagar före och efter kommunklar';
  return first.taljare > rest.taljare
    ? 'Fler väntedagar ligger före kommunklar än efter'
    : 'Fler väntedagar ligger efter kommunklar än före';
}

/** Finding title: the cause with most days. */
const causeTitle = (kategori: string): string =>
  kategori === 'framgar_inte'
    ? 'För flest väntedagar framgår orsaken inte'
    : `${capitalize(categoryName(kategori))} anges för flest väntedagar`;

/** Causes, those with most waiting days first; `antal` of them. */
export const vantan_orsaker: Block = (page, { antal = '13' }) => {
  const span = spanOf(page, 'orsak_dagar');
  const nothing = absent(page, 'orsak_dagar', span);
  if (nothing || !span) return nothing ?? NONE;
  const share = all(page, 'orsak', page.unit, span);
  const days = [...all(page, 'orsak_dagar', page.unit, span)].sort(
    (a, b) => (b.taljare ?? 0.5) - (a.taljare ?? 0.5) || (a.kategori < b.kategori ? -1 : 1),
  );
  const most = days[0]?.taljare ?? 0;
  const hidden = days.some(({ status }) => status === 'skyddad');
  const caption = `Orsaker till väntan, ${page.unit.namn}, ${spanText(span)}`;
  return figure({
    id: 'figur-vantan-orsaker',
    titel:
      most > 0 && !hidden && most > (days[1]?.taljare ?? 0)
        ? causeTitle(days[0]!.kategori)
        : 'Orsaker till väntan, efter antal väntedagar',
    undertitel: `Angivna orsaker, ${page.unit.namn}, ${spanText(span)}. Ett fall kan ha flera orsaker och många har ingen: kolumnerna summerar inte till alla fall`,
    innehall: dataTable({
      id: 'tabell-vantan-orsaker',
      caption,
      doldCaption: true,
      radrubrik: 'Orsak',
      korta: true,
      kolumner: [
        { rubrik: 'Väntan', enhet: 'stapel', text: true },
        { rubrik: 'Väntan', enhet: 'dagar' },
        { rubrik: 'Fall', enhet: 'antal' },
        { rubrik: 'Av alla fall', enhet: 'procent' },
        { rubrik: 'Väntan', enhet: 'dagar per fall' },
      ],
      rader: days.slice(0, Number(antal)).map((rad, index) => ({
        rubrik: capitalize(categoryName(rad.kategori)),
        celler: [
          { html: cellBar(rad.taljare, most, index === 0) },
          cellOf(page, rad, 'taljare'),
          cellOf(page, rad, 'namnare'),
          cellOf(page, of(share, rad.kategori)),
          cellOf(page, rad),
        ],
      })),
      troskel: page.katalog.troskel,
    }),
    bildtext: `${sourceText(page)}. Orsaken är den som underrättelsen anger; att två orsaker anges ihop säger inte vilken som tog tiden.`,
  });
};
