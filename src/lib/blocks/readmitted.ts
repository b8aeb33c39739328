import {
  bandName,
  capitalize,
  categoryName,
  dataTable,
  figure,
  intervalCell,
  valueCell,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { cellOf, indicatorOf, spanOf } from '../page.ts';
import { sourceText, spanText } from '../words.ts';
import { absent } from './chain.ts';
import { breakdownOf, EACH_ALONE } from './returns.ts';
import { all, NONE } from './weekday.ts';

/** What a category is called in a row of its own. */
const NAMES: Record<string, (kategori: string) => string> = {
  aterinskrivning_vantan: (kategori) => `Väntat ${bandName(kategori)}`,
  aterinskrivning_veckodag: (kategori) => `Utskriven på en ${categoryName(kategori)}`,
};

/** Readmission by a property of the discharge, as a table: `indikator` aterinskrivning_vantan or aterinskrivning_veckodag. */
export const aterinskrivna: Block = (page, { indikator = 'aterinskrivning_vantan' }) => {
  const head = indicatorOf(page, indikator);
  const span = spanOf(page, indikator);
  const nothing = absent(page, indikator, span);
  if (nothing || !span) return nothing ?? NONE;
  const caption = `${head.titel}, ${page.unit.namn}, ${spanText(span)}`;
  const table = dataTable({
    id: `tabell-${indikator}`,
    caption,
    doldCaption: true,
    radrubrik: 'Utskrivning',
    korta: true,
    kolumner: [
      { rubrik: 'Återinskrivna', enhet: 'procent' },
      { rubrik: '95 % intervall', enhet: 'procent' },
      { rubrik: 'Återinskrivna', enhet: 'antal' },
      { rubrik: 'Utskrivningar', enhet: 'antal' },
    ],
    rader: all(page, indikator, page.unit, span).map((rad) => ({
      rubrik: capitalize((NAMES[indikator] ?? categoryName)(rad.kategori)),
      celler: [
        cellOf(page, rad),
        { html: intervalCell(rad, head), numerisk: true },
        cellOf(page, rad, 'taljare'),
        cellOf(page, rad, 'namnare'),
      ],
    })),
    troskel: page.katalog.troskel,
  });
  if (!table.includes('<table')) return table;
  const found = breakdownOf(page, indikator, span);
  const whole = found?.helhet?.status === 'visas' ? found.helhet : undefined;
  return figure({
    id: `figur-${indikator}`,
    titel: found?.titel ?? head.titel,
    undertitel: caption,
    innehall: table,
    bildtext: `${sourceText(page, head.rojande.mangd)}, ${spanText(span)}.${whole ? ` Genomsnittet, alla: ${valueCell(cellOf(page, whole), 'span')} procent. ${EACH_ALONE}` : ''}`,
  });
};
