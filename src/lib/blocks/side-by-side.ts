import type { Enhet } from '../../../data-loaders/catalogue-types.ts';
import type { JamforelseRad } from '../../../data-loaders/types.ts';
import { dataTable, escapeHtml, formatPeriod } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import type { Page } from '../page.ts';
import { indicatorOf } from '../page.ts';

/** Our figure that a series published elsewhere is shown beside; another series stands beside the figure of its own id. */
const NEAREST: Record<string, string> = { aterinlaggning_qlik: 'aterinskrivning_30d' };

const folded = (text: string): string => text.toLocaleLowerCase('sv').trim();

/** The unit a series names, by its name or its code, at whatever level. */
function unitOf({ katalog }: Page, { enhet }: JamforelseRad): Enhet | undefined {
  const name = folded(enhet);
  return katalog.enheter.find(({ namn, id }) => folded(namn) === name || id === name);
}

/**
 * Our own figure and the one published elsewhere in two columns of their own, per unit, for the latest period that both have:
 * beside each other, never one number.
 */
export const sida_vid_sida: Block = (page) => {
  const rows = page.data.comparison();
  const series = [...new Set(rows.map(({ indikator }) => indikator))];
  const tables = series.flatMap((id, nr) => {
    const own = NEAREST[id] ?? id;
    return page.data.indicator(own)
      ? table(
          page,
          rows.filter(({ indikator }) => indikator === id),
          own,
          nr,
        )
      : [];
  });
  return (
    tables.join('') ||
    '<p>Ingen siffra som andra publicerat gäller samma enhet och period som någon av programmets egna.</p>'
  );
};

function table(page: Page, rows: JamforelseRad[], own: string, nr: number): string[] {
  const pairs = rows.flatMap((theirs) => {
    const unit = unitOf(page, theirs);
    const ours = unit && page.data.cell(own, unit, theirs.periodtyp, theirs.period);
    return unit && ours && theirs.varde !== null ? [{ unit, ours, theirs }] : [];
  });
  // A period where our own figures are hidden says little: an earlier one may say more.
  const telling = pairs.filter(({ ours }) => ours.status === 'visas');
  const latest = (telling.length > 0 ? telling : pairs)
    .map(({ theirs }) => theirs.period)
    .sort()
    .at(-1);
  const shown = pairs
    .filter(({ theirs }) => theirs.period === latest)
    .sort((a, b) => a.unit.namn.localeCompare(b.unit.namn, 'sv'));
  const first = shown[0];
  if (!first) return [];
  const { titel, decimaler, enhet } = indicatorOf(page, own);
  const sources = [...new Set(shown.map(({ theirs }) => theirs.kalla))].join('; ');
  const real = page.katalog.syntetisk ? ' Den är, till skillnad från den egna, inte påhittad.' : '';
  const html = dataTable({
    id: `sida-vid-sida-${nr + 1}`,
    caption: `${titel}, ${formatPeriod(first.theirs.periodtyp, first.theirs.period)}: programmets egen siffra och en annan källas`,
    radrubrik: 'Enhet',
    kolumner: [
      { rubrik: 'Egen beräkning', enhet },
      { rubrik: 'Andras siffra', enhet: 'som i källan' },
    ],
    rader: shown.map(({ unit, ours, theirs }) => ({
      rubrik: unit.namn,
      celler: [
        { rad: ours, decimaler },
        { jamforelse: theirs, decimaler: 1 },
      ],
    })),
    troskel: page.katalog.troskel,
    forklaring: 'Den senaste period som båda har. Reglerna kan skilja sig, så en skillnad kan bero på dem.',
  });
  return [`${html}<p class="bildtext">Källa till andras siffra: ${escapeHtml(sources)}.${real}</p>`];
}
