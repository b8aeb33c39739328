import { dataTable, formatPeriod } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { sourceText } from '../words.ts';

const ANTAL = { manad: 12, ar: 5 } as const;

/** The same waiting days by the period of discharge and by the period they fell in: months, years for a kommun. */
export const dagar_tva_satt: Block = (page) => {
  const typ = page.unit.niva === 'kommun' ? 'ar' : 'manad';
  const [discharged, fell] = ['medeldagar_alla', 'vantedygn'].map((id) =>
    page.data.series(id, page.unit, typ),
  );
  if (!discharged!.some(({ status }) => status === 'visas')) return '';
  const days = new Map(fell!.map((row) => [row.period, row]));
  const rows = discharged!.slice(-ANTAL[typ]).reverse();
  return (
    dataTable({
      id: 'dagar-tva-satt',
      caption: `Väntedagar på två sätt, ${page.unit.namn}`,
      radrubrik: 'Period',
      kolumner: [
        { rubrik: 'Efter utskrivning', enhet: 'dagar' },
        { rubrik: 'När de inföll', enhet: 'dagar' },
      ],
      rader: rows.map((row) => ({
        rubrik: formatPeriod(typ, row.period) + (row.slutlig ? '' : ' (ej slutlig)'),
        celler: [
          { rad: row, falt: 'taljare', decimaler: 0 },
          { rad: days.get(row.period), falt: 'taljare', decimaler: 0 },
        ],
      })),
      troskel: page.katalog.troskel,
    }) +
    `<p class="bildtext">${sourceText(page)}. Till vänster hela väntan för dem som skrevs ut under perioden. Till höger de dygn som inföll då, också för dem som är kvar och för besked som återtogs. Siffrorna räknar olika saker och ska inte vara lika.</p>`
  );
};
