import type { Enhet } from '../../../data-loaders/catalogue-types.ts';
import type { PubliceradRad } from '../../../data-loaders/types.ts';
import { dataTable, figure, formatNumber } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, spanOf, unitHref, unitsOf } from '../page.ts';
import { sourceText, spanText, weekSpan } from '../words.ts';
import { nothing } from './waiting.ts';
import { all, NONE, of } from './weekday.ts';

/** The summer weeks beside the rest of the year: region, delregioner and vårdgivare. */
export const sommar: Block = (page) => {
  const span = spanOf(page, 'sommarveckor', page.region);
  const none = nothing(page, 'sommarveckor', page.region);
  if (none !== undefined || !span) return none ?? NONE;
  const units = [page.region, ...unitsOf(page.katalog, 'delregion'), ...unitsOf(page.katalog, 'vardgivare')];
  const rows = (id: string, unit: Enhet) => all(page, id, unit, span);
  const weeks = weekSpan(page);
  return figure({
    id: 'figur-sommar',
    titel: summerTitle(rows('sommarveckor', page.region)),
    undertitel: `Fall som skrevs ut i vecka ${weeks} och under resten av året, ${spanText(span)}`,
    innehall: dataTable({
      id: 'tabell-sommar',
      caption: `Väntan i vecka ${weeks} och under resten av året, ${spanText(span)}`,
      doldCaption: true,
      radrubrik: 'Enhet',
      kolumner: [
        { rubrik: 'Sommar', enhet: 'fall' },
        { rubrik: 'Övriga året', enhet: 'fall' },
        { rubrik: 'Sommar', enhet: 'medeldagar' },
        { rubrik: 'Övriga året', enhet: 'medeldagar' },
        { rubrik: 'Sommar', enhet: 'procent samma dag' },
        { rubrik: 'Övriga året', enhet: 'procent samma dag' },
      ],
      rader: units.map((unit) => {
        const days = rows('sommarveckor', unit);
        const same = rows('sommarveckor_samma_dag', unit);
        return {
          rubrik: unit.namn,
          ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
          celler: [
            cellOf(page, of(days, 'sommar'), 'namnare'),
            cellOf(page, of(days, 'ovrigt'), 'namnare'),
            cellOf(page, of(days, 'sommar')),
            cellOf(page, of(days, 'ovrigt')),
            cellOf(page, of(same, 'sommar')),
            cellOf(page, of(same, 'ovrigt')),
          ],
        };
      }),
      troskel: page.katalog.troskel,
    }),
    bildtext: `${sourceText(page)}. Samma dag: utskrivna på utskrivningsklardagen. Veckorna är profilens semesterperiod.`,
  });
};

/** Longer or shorter only where the two intervals lie apart. */
function summerTitle(rows: PubliceradRad[]): string {
  const [summer, rest] = [of(rows, 'sommar'), of(rows, 'ovrigt')];
  if (summer?.varde == null || rest?.varde == null) return 'Väntan i sommarveckorna och under resten av året';
  const beside = `${formatNumber(summer.varde, 2)} mot ${formatNumber(rest.varde, 2)} dagar`;
  if (summer.nedre !== null && rest.ovre !== null && summer.nedre > rest.ovre)
    return `Längre väntan i sommarveckorna än under resten av året, ${beside}`;
  if (summer.ovre !== null && rest.nedre !== null && summer.ovre < rest.nedre)
    return `Kortare väntan i sommarveckorna än under resten av året, ${beside}`;
  return `Sommarveckorna går inte att skilja från resten av året: ${beside}`;
}
