/** The 7 × 7 weekday matrix as a heat table with its numbers. */
import { valueCell } from './cells.ts';
import { shortWeekdays, weekdays } from './format.ts';
import { captionOf, explanation, explanationLine, rollingRegion } from './table.ts';
import type { HeatMatrix, PubliceradRad } from './types.ts';

const days = ['1', '2', '3', '4', '5', '6', '7'];
/** Lower ends of heat steps 1–5, as share of the row's cases. */
const steps = [0, 0.07, 0.12, 0.3, 0.5];

/** Cases by weekday of readiness (row) and of discharge (column); colour = share of the row; sums, mean väntedagar last. */
export function heatMatrix(options: HeatMatrix): string {
  const { id, caption, doldCaption, matris, klar, ut, medel, medelAlla, troskel } = options;
  const cell = byCategory(matris);
  const rowSum = byCategory(klar);
  const columnSum = byCategory(ut);
  const mean = byCategory(medel);
  const body = days
    .map((ready) => {
      const cells = days.map((out) => {
        const rad = cell.get(`${ready}-${out}`);
        const same = ready === out ? 'samma' : '';
        return valueCell({ rad, falt: 'taljare' }, 'td', `${heat(rad, rowSum.get(ready))} ${same}`.trim());
      });
      const sum = valueCell({ rad: rowSum.get(ready), falt: 'taljare', fet: true });
      return `<tr>${rowHead(ready)}${cells.join('')}${sum}${valueCell({ rad: mean.get(ready), decimaler: 1 })}</tr>`;
    })
    .join('');
  const sums = days.map((out) => valueCell({ rad: columnSum.get(out), falt: 'taljare', fet: true })).join('');
  const total = medelAlla ?? klar[0];
  const last = `<tr class="summa"><th scope="row">alla</th>${sums}${valueCell({ rad: total, falt: 'namnare', fet: true })}${valueCell({ rad: medelAlla, decimaler: 1 })}</tr>`;
  const heads = days.map(
    (day) =>
      `<th scope="col"><span aria-hidden="true">${shortWeekdays[Number(day) - 1]}</span><span class="dold">utskriven ${weekdays[Number(day) - 1]}</span></th>`,
  );
  const head = `<tr><th scope="col" class="ord">Klar</th>${heads.join('')}<th scope="col">alla</th><th scope="col">medel-<br>dagar</th></tr>`;
  const table = `<table id="${id}" class="varme">${captionOf(id, caption, doldCaption)}<thead>${head}</thead><tbody>${body}${last}</tbody></table>`;
  const used = [...matris, ...klar, ...ut, ...medel];
  const colours = 'Starkare färg: större andel av radens fall. Ram: samma veckodag.';
  return (
    rollingRegion(id, table) +
    explanationLine([colours, explanation(used, troskel)].filter(Boolean).join(' '))
  );
}

function byCategory(rader: PubliceradRad[]): Map<string, PubliceradRad> {
  return new Map(rader.map((rad) => [rad.kategori, rad]));
}

function rowHead(day: string): string {
  const index = Number(day) - 1;
  return `<th scope="row"><span class="langt">${weekdays[index]}</span><span class="kort" aria-hidden="true">${shortWeekdays[index]}</span></th>`;
}

/** Heat step of a shown cell; none where the cell or its row sum is hidden or 0. */
function heat(rad: PubliceradRad | undefined, sum: PubliceradRad | undefined): string {
  if (!rad?.taljare || !sum?.taljare) return '';
  const share = rad.taljare / sum.taljare;
  const step = steps.filter((from) => share > from).length;
  return `v${step}`;
}
