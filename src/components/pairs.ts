/** Kommun × vårdgivare as a heat table: value over number of cases. */
import { cellAttributes, valueCell } from './cells.ts';
import { formatNumber } from './format.ts';
import { heatSteps } from './heat.ts';
import { escapeHtml, link } from './html.ts';
import { captionOf, explanation, explanationLine, rollingRegion } from './table.ts';
import type { IndikatorHuvud, PubliceradRad } from './types.ts';
import { FEW } from './verdict.ts';
import { words } from './vocabulary.ts';

export type PairTable = {
  id: string;
  caption: string;
  indikator: IndikatorHuvud;
  kolumner: string[];
  /** One per kommun: its rows by vårdgivare in the order of the columns, undefined where nobody came from there; its own row last. */
  rader: { rubrik: string; href?: string; celler: (PubliceradRad | undefined)[] }[];
  /** The wider unit's row by vårdgivare and its own: no colour. */
  summa: { rubrik: string; celler: (PubliceradRad | undefined)[] };
  troskel: number;
};

/** Colour from the least value of the pairs to the greatest; none, and †, on fewer than 20 cases. */
export function pairTable({ id, caption, indikator, kolumner, rader, summa, troskel }: PairTable): string {
  const pairs = rader.flatMap(({ celler }) => celler.slice(0, -1));
  const step = heatSteps(pairs);
  const head = [...kolumner, 'alla'];
  const body = rader.map(({ rubrik, href, celler }) => {
    const cells = celler.map((rad, i) =>
      i < kolumner.length ? pairCell(rad, step(rad), indikator) : pairCell(rad, 'fet', indikator),
    );
    return `<tr><th scope="row">${link(rubrik, href)}</th>${cells.join('')}</tr>`;
  });
  const last = summa.celler.map((rad) => pairCell(rad, 'fet', indikator)).join('');
  const all = [...rader.flatMap(({ celler }) => celler), ...summa.celler];
  const notes = [
    `Liten siffra: fall. Starkare färg: ${words(indikator).fynd.hogre}.`,
    all.some(isFew) ? `† Färre än ${FEW} fall: ingen färg, tolkas med försiktighet.` : '',
    all.some((rad) => !rad || rad.status === 'saknas') ? '– inga fall.' : '',
    explanation(
      all.filter((rad) => rad?.status !== 'saknas'),
      troskel,
    ),
  ];
  const table =
    `<table id="${id}" class="varme par">${captionOf(id, caption, true)}<thead><tr><th scope="col" class="ord">Kommun</th>` +
    `${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead><tbody>${body.join('')}` +
    `<tr class="summa"><th scope="row">${escapeHtml(summa.rubrik)}</th>${last}</tr></tbody></table>`;
  return rollingRegion(id, table) + explanationLine(notes.filter(Boolean).join(' '));
}

const isFew = (rad: PubliceradRad | undefined): boolean => rad?.status === 'visas' && (rad.antal ?? 0) < FEW;

function pairCell(rad: PubliceradRad | undefined, klass: string, { decimaler }: IndikatorHuvud): string {
  if (rad?.status === 'skyddad') return valueCell({ rad });
  if (!rad || rad.varde === null) return '<td class="saknas">–</td>';
  const few = isFew(rad);
  const classes = [klass, few ? 'fa' : ''].filter(Boolean).join(' ');
  const value = `<span${cellAttributes(rad)}>${formatNumber(rad.varde, decimaler)}</span>${few ? '†' : ''}`;
  const count = `<small${cellAttributes(rad, 'namnare')}>${formatNumber(rad.namnare ?? 0)}</small>`;
  return `<td${classes ? ` class="${classes}"` : ''}>${value}${count}</td>`;
}
