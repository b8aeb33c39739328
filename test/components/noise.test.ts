/** Under ckm each figure of a sentence says what the noise does to it; without noise nothing is said. */
import { expect, it } from 'vitest';
import { leadParagraph, plainText, verdictSentence } from '../../src/components/index.ts';
import { ater, months, row, situationOf, verdict } from './rows.ts';

const text = (html: string) => plainText(html).replaceAll('\u00a0', ' ');
const noisy = (values: (number | null)[]) => {
  const { rader, ...rest } = months(values);
  return { ...rest, rader: rader.map((rad) => ({ ...rad, brus: 0.07, brusmatt: 'dagar' })) };
};
const SAID = ' (skyddsbrus ± 0,07)';

it('after the value of a month that is normal', () => {
  const lage = situationOf(noisy([0.5, 0.56]));
  expect(text(verdictSentence(lage))).toContain(`väntat 0,56 dagar${SAID}, vilket är inom`);
  expect(text(leadParagraph([lage]))).toContain(SAID);
  expect(text(leadParagraph([situationOf()]))).not.toContain('skyddsbruset');
});

it('after the value of a change', () => {
  const diagram = verdict({ bedomning: 'battre', signal: 'sju_samma_sida', i_rad: 18, sida: -1 });
  expect(text(verdictSentence(situationOf({ ...noisy([1, 0.56]), diagram })))).toContain(
    `0,56 dagar${SAID} i oktober`,
  );
});

it('beside the cases of the longer period that is told instead', () => {
  const lage = situationOf(months([1, null]));
  const langre = row({
    periodtyp: 'ar',
    period: '2025-01-01',
    varde: 0.5,
    taljare: 20,
    namnare: 40,
    antal: 40,
  });
  expect(text(verdictSentence({ ...lage, langre: { ...langre, brus: 0.2, brusmatt: 'dagar' } }))).toContain(
    '0,50 dagar (20 väntedagar på 40 fall; skyddsbrus ± 0,2).',
  );
});

it('a share by points, not percent', () => {
  const { rader, punkter } = months([12, 13.5], { indikator: ater.id });
  const noisy = rader.map((rad) => ({ ...rad, brus: 5, brusmatt: 'procent' }));
  const diagram = verdict({ varde: 13.5, medel: 12.3, nedre_grans: 6.3, ovre_grans: 18.3 });
  expect(text(verdictSentence(situationOf({ indikator: ater, rader: noisy, punkter, diagram })))).toContain(
    '13,5 procent i oktober 2026 (skyddsbrus ± 5,0 procentenheter) och rör sig',
  );
});
