/** A run before months that are hidden. */
import { expect, it } from 'vitest';
import {
  changedMembers,
  chartTitle,
  plainText,
  smallMultiples,
  verdictSentence,
} from '../../src/components/index.ts';
import { hidden, months, row, situationOf, verdict } from './rows.ts';

const text = (html: string) => plainText(html).replaceAll('\u00a0', ' ');

it('a run that hidden months cut off is told, unless a month since lies elsewhere', () => {
  const low = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
  const cut = (later: number[]) => {
    const series = months([1.4, 1.5, ...low, null, ...later]);
    const punkter = series.punkter.map((punkt) => ({
      ...punkt,
      sida: (punkt.varde < 1 ? -1 : 1) as -1 | 1,
      foljd_langd: punkt.varde === 0.5 ? 7 : 1,
      i_rad: punkt.varde === 0.5 ? 2 : 1,
    }));
    return situationOf({ ...series, punkter, diagram: verdict({ varde: later.at(-1)! }) });
  };
  expect(chartTitle(cut([0.7, 0.557692]))).toBe('Eslöv: kortare väntan januari–juli 2026');
  expect(text(verdictSentence(cut([0.7, 0.557692])))).toContain(
    'Före luckan i serien låg värdet under medelvärdet 1,00 i sju månader i rad, januari–juli 2026, vilket är en förändring.',
  );
  // A latest month that is hidden hides no run before it.
  const latest = cut([0.7, 0.557692]);
  const gone = { ...latest, rader: [...latest.rader, row({ ...hidden, period: '2026-11-01' })] };
  expect(chartTitle(gone)).toBe('Eslöv: kortare väntan januari–juli 2026');
  expect(smallMultiples({ id: 'm', delar: [{ ...gone, enhet: 'Eslöv' }] })).toContain(
    'Sju månader i rad under medel<',
  );
  expect(text(changedMembers([gone]))).toContain(
    'Eslöv hade kortare väntan januari–juli 2026; den senaste månaden kan inte visas.',
  );
  expect(chartTitle(cut([1.2, 0.557692]))).toBe('Eslöv: väntan rör sig inom sin normala variation');
});
