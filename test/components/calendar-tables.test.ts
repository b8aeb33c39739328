import { describe, expect, it } from 'vitest';
import { heatMatrix, holidayTable, sameHolidayDays } from '../../src/components/index.ts';
import { days, heat, holiday, matrix, midsummer } from './calendar-rows.ts';
import { hidden, row } from './rows.ts';
import { cells, shown } from './shown.ts';

describe('tables of weekdays and holidays', () => {
  it('matrix: counts, sums and mean, frame on the same day, colour only where cell and row sum are shown', () => {
    const html = heat(matrix((key) => (key === '1-2' ? hidden : {})));
    expect(cells(html)).toHaveLength(7 * 9 + 9);
    expect(html).toMatch(/veckodag_matris[^"]*\|1-1" data-falt="taljare" class="v5 samma">60</);
    expect(html).toMatch(/veckodag_matris[^"]*\|1-2" data-falt="taljare" class="skyddad"/);
    expect(html).toMatch(/veckodag_utskrivningsklar[^"]*\|1" data-falt="taljare" class="fet">100</);
    const noSum = heatMatrix({
      id: 'm',
      caption: 'x',
      matris: matrix(),
      klar: days.map((kategori) => row({ kategori, ...hidden })),
      ut: [],
      medel: [],
      troskel: 5,
    });
    expect(noSum).not.toMatch(/class="v\d/);
  });

  it('helgtabell: a column per day with its role, later, still in, all', () => {
    const html = holidayTable({
      id: 'h',
      caption: 'Midsommar',
      troskel: 5,
      rader: [{ rubrik: 'Eslöv', rader: holiday(midsummer) }],
    });
    expect(html.match(/<th scope="col"/g)).toHaveLength(9);
    expect(html).toContain('tors 22\u00a0juni<br><span class="enhet">dagen före');
    expect(html).toContain('mån 26\u00a0juni<br><span class="enhet">första vardagen');
    expect(shown(html).at(-1)).toEqual([expect.stringContaining('helgtabell|'), 'namnare', '15']);
  });

  it('helgtabell: years with the same weekdays stand together, others do not', () => {
    const next = ['2024-06-20', '2024-06-21', '2024-06-22', '2024-06-23', '2024-06-24'];
    const christmas = ['2023-12-22', '2023-12-23', '2023-12-24', '2023-12-25', '2023-12-26', '2023-12-27'];
    expect(sameHolidayDays(holiday(midsummer), holiday(next))).toBe(true);
    const rader = [{ rubrik: '2023', rader: holiday(midsummer) }];
    expect(
      holidayTable({
        id: 'h',
        caption: 'x',
        troskel: 5,
        rader: [...rader, { rubrik: '2024', rader: holiday(next) }],
      }),
    ).not.toContain('22\u00a0juni');
    expect(() =>
      holidayTable({
        id: 'h',
        caption: 'x',
        troskel: 5,
        rader: [...rader, { rubrik: 'jul', rader: holiday(christmas) }],
      }),
    ).toThrow('mixed storhelger');
  });
});
