import type { PubliceradRad } from '../../../data-loaders/types.ts';
import {
  categoryName,
  dataTable,
  figure,
  formatNumber,
  tableDetails,
  weekdayBars,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, spanOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { all, both, NONE, of, unitFor } from './weekday.ts';

const CLASSES = ['vardag', 'lordag', 'sondag', 'helgdagsafton', 'rod_dag', 'klamdag', 'storhelg'];

/** Day classes: cases by class of the readiness day and of the discharge day, and discharges per calendar day. */
export const dagklasser: Block = (page, { niva }) => {
  const unit = unitFor(page, niva);
  const span = spanOf(page, 'dagklass_utskrivning', unit);
  if (!span) return NONE;
  const klar = all(page, 'dagklass_utskrivningsklar', unit, span);
  const ut = all(page, 'dagklass_utskrivning', unit, span);
  const perDay = all(page, 'fall_per_kalenderdag', unit, span);
  const bars = weekdayBars({
    id: 'dagklasser',
    titel: `Andel av fallen per slag av dag, ${unit.namn}, ${spanText(span)}`,
    klar,
    ut,
    kategorier: CLASSES,
  });
  const table = dataTable({
    id: 'tabell-dagklasser',
    caption: `Slag av dag, ${unit.namn}, ${spanText(span)}`,
    doldCaption: true,
    radrubrik: 'Slag av dag',
    kolumner: [
      { rubrik: 'Kalenderdagar' },
      { rubrik: 'Blev klara', enhet: 'fall' },
      { rubrik: 'Blev klara', enhet: 'procent' },
      { rubrik: 'Skrevs ut', enhet: 'fall' },
      { rubrik: 'Skrevs ut', enhet: 'procent' },
      { rubrik: 'Utskrivna', enhet: 'fall per dag' },
    ],
    rader: CLASSES.map((day) => ({
      rubrik: categoryName(day),
      celler: [
        cellOf(page, of(perDay, day), 'namnare'),
        ...both(page, klar, day),
        ...both(page, ut, day),
        cellOf(page, of(perDay, day)),
      ],
    })),
    troskel: page.katalog.troskel,
  });
  return figure({
    id: 'figur-dagklasser',
    titel: perDayTitle(of(perDay, 'vardag'), of(perDay, 'sondag')),
    undertitel: `Fall efter slag av dag, ${unit.namn}, ${spanText(span)}. Slagen utesluter varandra`,
    innehall: table + tableDetails('Samma andelar som diagram', bars),
    bildtext: `${sourceText(page)}. Storhelger är få dagar: jämför kolumnen fall per dag. Klämdag har ingen laglig definition, och pingst räknas inte som storhelg; båda är egna val.`,
  });
};

/** Finding title: discharges on an ordinary weekday and on a Sunday. */
function perDayTitle(weekday: PubliceradRad | undefined, sunday: PubliceradRad | undefined): string {
  if (typeof weekday?.varde !== 'number' || typeof sunday?.varde !== 'number')
    return 'Utskrivna efter slag av dag';
  return `På en vardag skrivs ${formatNumber(weekday.varde, 1)} fall ut, på en söndag ${formatNumber(sunday.varde, 1)}`;
}
