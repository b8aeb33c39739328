/** Helgtabell: who left when around a storhelg. */
import { valueCell } from './cells.ts';
import { addDays, formatDate, shortWeekdays, weekdayOf } from './format.ts';
import { escapeHtml, link } from './html.ts';
import { captionOf, explanation, explanationLine, rollingRegion } from './table.ts';
import type { HolidayTable, PubliceradRad } from './types.ts';

const isDate = (category: string) => /^\d{4}-\d{2}-\d{2}$/.test(category);

function datesOf(rader: PubliceradRad[]): string[] {
  return [...new Set(rader.map(({ kategori }) => kategori))].filter(isDate).sort();
}

/** True when two helgtabell row sets span the same weekdays, so that they can stand in one table. */
export function sameHolidayDays(a: PubliceradRad[], b: PubliceradRad[]): boolean {
  const shape = (rader: PubliceradRad[]) => datesOf(rader).map(weekdayOf).join();
  return shape(a) === shape(b);
}

/** Columns from the day before through the first working day after, then later, still in, all. Throws on mixed weekdays. */
export function holidayTable(options: HolidayTable): string {
  const { id, caption, doldCaption, rader, troskel } = options;
  const first = rader[0]?.rader ?? [];
  if (rader.some((entry) => !sameHolidayDays(first, entry.rader))) {
    throw new Error(`mixed storhelger in one helgtabell: ${id}`);
  }
  const dates = datesOf(first);
  const sameDates = rader.every((entry) => datesOf(entry.rader).join() === dates.join());
  const heads = dates.map((date, index) => dayHead(date, index, dates, sameDates));
  const head = [
    '<th scope="col" class="ord">Enhet</th>',
    ...heads,
    ...['senare', 'kvar på sjukhus', 'alla'].map((word) => `<th scope="col">${word}</th>`),
  ];
  const body = rader.map((entry) => holidayRow(entry)).join('');
  const table = `<table id="${id}">${captionOf(id, caption, doldCaption)}<thead><tr>${head.join('')}</tr></thead><tbody>${body}</tbody></table>`;
  // Its cells are counts: noughts are shown where a share would be missing.
  const words = explanation(
    rader
      .flatMap((entry) => entry.rader)
      .filter(({ status, taljare }) => status !== 'saknas' || taljare === null),
    troskel,
  );
  return rollingRegion(id, table) + explanationLine(words);
}

function dayHead(date: string, index: number, dates: string[], dated: boolean): string {
  const weekday = shortWeekdays[weekdayOf(date) - 1]!;
  const role = index === 0 ? 'dagen före' : index === dates.length - 1 ? 'första vardagen' : 'helg';
  const day = dated ? `${weekday} ${formatDate(date, false)}` : weekday;
  return `<th scope="col">${escapeHtml(day)}<br><span class="enhet">${role}</span></th>`;
}

function holidayRow({ rubrik, href, fokus, rader }: HolidayTable['rader'][number]): string {
  const byCategory = new Map(rader.map((rad) => [rad.kategori, rad]));
  const categories = [...datesOf(rader), 'senare', 'kvar'];
  const cells = categories.map((category) => valueCell({ rad: byCategory.get(category), falt: 'taljare' }));
  const total = rader.find(({ status }) => status === 'visas') ?? rader[0];
  const sum = valueCell({ rad: total, falt: 'namnare', fet: true });
  return `<tr${fokus ? ' class="fokus"' : ''}><th scope="row">${link(rubrik, href)}</th>${cells.join('')}${sum}</tr>`;
}

/** "torsdag 18–söndag 21 juni 2026": from the day before a storhelg through its last day. */
export function holidaySpan(forsta: string, sista: string): string {
  const before = addDays(forsta, -1);
  const sameMonth = before.slice(0, 7) === sista.slice(0, 7);
  const start = sameMonth
    ? String(Number(before.slice(8, 10)))
    : formatDate(before, before.slice(0, 4) !== sista.slice(0, 4));
  return `${shortWeekdays[weekdayOf(before) - 1]} ${start} till ${shortWeekdays[weekdayOf(sista) - 1]} ${formatDate(sista)}`;
}
