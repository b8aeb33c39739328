import type { BetalningAlla, BetalningArRad } from '../../../data-loaders/judgement-types.ts';
import type { Betalningsmodell } from '../../../data-loaders/profile/model.ts';
import { type Cell, dataTable, formatNumber, groupName, judgedBounds } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import type { Page } from '../page.ts';

/** The latest final year, undefined where there is none. */
const lastYear = ({ katalog }: Page): string | null | undefined => katalog.senaste_slutliga.utskrivning.ar;

const threshold = ({ typ, troskel_dagar }: Betalningsmodell): string =>
  typ === 'lus'
    ? 'fall för fall'
    : troskel_dagar === null
      ? 'ej angiven'
      : `${formatNumber(troskel_dagar, 1)} dagar`;

const named = ({ namn, bekraftad }: Betalningsmodell, grupp: string): string =>
  `${namn}${grupp === 'alla' ? '' : `, ${groupName(grupp as 'somatik')}`}${bekraftad ? '' : ' (inte bekräftad)'}`;

const UNDECIDED = 'kan inte avgöras';

const HIDDEN =
  'Månader som är skyddade är inte med, så antal och dagar är minst så många; syns ingen månad som är över eller betalas står kan inte avgöras. ';
const SEEN =
  'Modellerna är andra parters överenskommelser, räknade på samma publicerade fall; parametrar som inte är bekräftade kan ge fel bild.';

/** The kommuner together under every model, the latest final year; on a kommun's page that kommun. */
export const betalning_jamforelse: Block = (page) => {
  const year = lastYear(page);
  if (!year) return '<p>Det finns inget slutligt år att jämföra.</p>';
  const kommun = page.unit.niva === 'kommun';
  const rader = page.katalog.betalningsmodeller.flatMap((model) =>
    (kommun
      ? page.data.paymentYears(year, page.unit.id).filter(({ modell }) => modell === model.id)
      : page.data.paymentsTogether(model.id, year)
    ).map((row) => ({
      rubrik: named(model, row.grupp),
      fokus: model.id === page.katalog.betalningsmodell,
      celler: cells(model, row),
    })),
  );
  if (rader.length === 0) return '<p>Det finns inget helt år att jämföra.</p>';
  return dataTable({
    id: 'betalning-jamforelse',
    caption: `Samma fall under varje modell, ${year.slice(0, 4)}, ${kommun ? page.unit.namn : 'alla kommuner'}`,
    doldCaption: true,
    radrubrik: 'Modell',
    kolumner: [
      { rubrik: 'Tröskel', text: true },
      { rubrik: 'Över', enhet: kommun ? 'månader' : 'kommunmånader' },
      { rubrik: 'Betalas', enhet: kommun ? 'månader' : 'kommunmånader' },
      {
        rubrik: page.katalog.metod === 'ckm' ? 'Oavgjorda' : 'Skyddade eller oavgjorda',
        enhet: kommun ? 'månader' : 'kommunmånader',
      },
      { rubrik: 'Betalas', enhet: 'dagar' },
      { rubrik: 'Belopp', enhet: 'kr' },
    ],
    rader,
    troskel: page.katalog.troskel,
    forklaring: (page.katalog.metod === 'ckm' ? '' : HIDDEN) + SEEN,
  });
};

function cells(model: Betalningsmodell, row: BetalningArRad | BetalningAlla): Cell[] {
  const judged = !row.utan_bedomning;
  // A month that cannot be seen may add to what is seen: none of those seen is no answer.
  const atLeast = (value: number | null, text: string): string =>
    row.manader_okanda === 0 || value === null ? text : value === 0 ? UNDECIDED : `minst ${text}`;
  const count = (value: number): Cell => ({
    text: judged ? atLeast(value, formatNumber(value)) : '–',
    numerisk: true,
  });
  const bounds = (
    low: 'betalas' | 'belopp',
    high: 'betalas_ovre' | 'belopp_ovre',
    otherwise: string,
  ): Cell => {
    const text =
      'enhet_id' in row
        ? judgedBounds('betalning_ar', row, [low, high], { otherwise })
        : plainBounds(row[low], row[high], otherwise);
    // The act's days are the published year's, not its months added up.
    return { html: model.typ === 'lus' ? text : atLeast(row[low], text), numerisk: true };
  };
  return [
    { text: threshold(model) },
    count(row.manader_over),
    count(row.manader_skyldig),
    { text: formatNumber(row.manader_okanda), numerisk: true },
    bounds('betalas', 'betalas_ovre', '–'),
    bounds(
      'belopp',
      'belopp_ovre',
      !model.aktiv ? 'tillämpas inte' : row.betalas === null ? '–' : 'belopp ej angivet',
    ),
  ];
}

function plainBounds(low: number | null, high: number | null, otherwise: string): string {
  if (low === null) return otherwise;
  return high === null || high === low ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
}
