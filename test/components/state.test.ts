/** The sentence of a row in the table of states: the row's other columns have the indicator, the number and the period. */
import { expect, it } from 'vitest';
import { plainText, shortVerdict, stateSentence, verdictSentence } from '../../src/components/index.ts';
import { andel, half, hidden, months, situationOf, verdict } from './rows.ts';

const text = (html: string) => plainText(html).replaceAll('\u00a0', ' ');
const change = (over: object = {}) => ({
  rad: {
    ...{ indikator: 'medeldagar_alla', niva: 'kommun' as const, enhet_id: '1285', enhet: 'Eslöv' },
    ...{ periodtyp: 'halvar' as const, period: '2026-01-01', mot: 'fjol' as const, tidigare: '2025-01-01' },
    ...{ varde: 0.89, tidigare_varde: 1.32, andring: -0.43, bedomning: 'battre' as const },
    ...over,
  },
  tidigare: undefined,
});

it('a normal month: the word and the limits', () => {
  expect(text(stateSentence(situationOf({ diagram: verdict({}) })))).toMatch(
    /^Medeldagarna rör sig inom sin normala variation \(\d,\d\d–\d,\d\d\)\.$/,
  );
  const share = situationOf({ indikator: andel, ...months([60, 61], { indikator: andel.id }) });
  expect(text(stateSentence(share))).toMatch(/^Andelen rör sig inom sin normala variation/);
});

it('a change: what, and why', () => {
  const run = { bedomning: 'battre', signal: 'sju_samma_sida', i_rad: 18, sida: -1 } as const;
  expect(text(stateSentence(situationOf({ diagram: verdict(run) })))).toBe(
    'Utskrivningsklara från Eslöv väntar kortare än tidigare: 18 månader i rad under medelvärdet 1,00, vilket är en förändring.',
  );
});

it('a longer period is set beside the year before, with its verdict and its address', () => {
  const lage = situationOf({ ...months([1, null]), diagram: null, langre: half, jamfort: change() });
  expect(text(stateSentence(lage))).toBe(
    'Under första halvåret 2025 var det 1,32 dagar, en säker skillnad, bättre. Siffran för oktober 2026 är skyddad.',
  );
  expect(stateSentence(lage)).toContain('data-bedomning="periodjamforelse|');
  expect(text(verdictSentence(lage))).toContain(
    '0,89 dagar (49 väntedagar på 55 fall). Under första halvåret 2025 var det 1,32 dagar, en säker skillnad, bättre. Siffran',
  );
  expect(text(shortVerdict(lage))).toBe(text(stateSentence(lage)));
  const same = { ...lage, jamfort: change({ bedomning: 'ingen' }) };
  expect(text(stateSentence(same))).toContain('var det 1,32 dagar, ingen säker skillnad.');
});

it('nothing is said of a year before that is hidden, or that nothing judges', () => {
  for (const over of [
    { tidigare_varde: null, andring: null, bedomning: 'skyddad' },
    { bedomning: 'utan_intervall' },
  ]) {
    const lage = situationOf({ ...months([1, null]), diagram: null, langre: half, jamfort: change(over) });
    expect(text(stateSentence(lage))).toBe('Siffran för oktober 2026 är skyddad.');
  }
  const longer = { ...half, ...hidden };
  const lage = situationOf({ ...months([1, null]), diagram: null, langre: longer, jamfort: change() });
  expect(text(stateSentence(lage))).not.toContain('2025');
});
