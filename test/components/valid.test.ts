import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import {
  comparisonChart,
  comparisonTable,
  figure,
  holidayTable,
  keyFigure,
  leadParagraph,
  smallMultiples,
  trendChart,
} from '../../src/components/index.ts';
import { heat, holiday, matrix, midsummer } from './calendar-rows.ts';
import { hidden, medel, row, situationOf } from './rows.ts';

it('everything is valid HTML', async () => {
  const lage = situationOf();
  const body = [
    '<h1>Eslöv</h1>',
    leadParagraph([lage]),
    `${keyFigure({ ...lage, id: 'k', href: '#k' })}`,
    figure({
      id: 'f',
      titel: 'Titel',
      undertitel: 'Mått',
      innehall: trendChart({ ...lage, id: 'd', titel: 'x' }),
      noter: [{ rubrik: 'Not', text: 'Text' }],
    }),
    comparisonChart({ id: 'c', titel: 'x', indikator: medel, rader: [row()], referens: null }),
    smallMultiples({ id: 's', delar: [{ ...lage, enhet: 'Eslöv' }] }),
    heat(matrix((key) => (key === '3-2' ? hidden : {}))),
    holidayTable({
      id: 'h',
      caption: 'Helg',
      troskel: 5,
      rader: [{ rubrik: 'Eslöv', rader: holiday(midsummer) }],
    }),
    comparisonTable({
      id: 't',
      caption: 'Kommuner',
      troskel: 5,
      indikator: medel,
      rader: [row(), row({ ...hidden, enhet_id: '2' })],
    }),
  ].join('');
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'prefer-native-element': 'off' },
  });
  const report = await validator.validateString(
    `<!DOCTYPE html><html lang="sv"><head><title>Eslöv</title></head><body><main>${body}</main></body></html>`,
  );
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});
