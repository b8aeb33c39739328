import { expect, test } from 'vitest';
import { runStays } from '../../data-loaders/counting.ts';
import { findingsText, readFindings, reportText } from '../../data-loaders/report.ts';
import { csv, stage } from '../load/helpers.ts';

test('the report tells of likely slips in headings, of wrong kommuner, and of planning that contradicts itself', async () => {
  const { connection, report, profile } = await stage({
    'utskrivningar.csv': csv(
      'vardtillfalle_id;kommun;vardgivare;inskrivning;oplanerad;planerad;Fodelsår;Anteckning',
      'A;Lund;SUS;2024-01-01;ja;nej;1940;',
      'B;Lund;SUS;2024-01-02;ja;ja;1940;',
      'C;Lnud;SUS;2024-01-03;ja;;1940;',
    ),
  });
  const files = reportText(report).split('\n');
  expect(files).toContain(
    '    1 rad: oplanerad och planerad säger emot varandra; oplanerad gäller (kolumnen oplanerad, rad 3)',
  );
  const unknown = files.indexOf('  kolumner som inte känns igen: Fodelsår, Anteckning');
  expect(files.slice(unknown + 1, unknown + 3)).toEqual([
    '    "Fodelsår" liknar fodelsear, som filen inte har; byt rubriken om det är den',
    expect.not.stringContaining('liknar'),
  ]);
  await runStays(connection);
  expect(
    findingsText(await readFindings(connection), profile)
      .split('\n')
      .slice(1, 3),
  ).toEqual(['Kommuner som inte känns igen:', '  "Lnud" (1 rad): menade du Lund?']);
});
