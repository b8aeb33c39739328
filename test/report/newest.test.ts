import { expect, test } from 'vitest';
import { type Profile, readProfile } from '../../data-loaders/profile/read.ts';
import { csv, GOOD, HEAD, NOTHING, NOTICES, stage } from '../load/helpers.ts';

const newest: Profile = { ...readProfile('skane'), dubbletter: { motsagande: 'nyaste_filen' } };
const stay = (id: string, discharged: string) =>
  `${id};P1;Lund;;SUS;somatik;2024-01-01 10:00;${discharged};;1;1940`;

const outcomeOf = async (files: Record<string, string>, profile = newest) => {
  const { report, rows } = await stage(files, profile);
  for (const { lasta, anvanda, avvisade } of report)
    expect(Object.values(avvisade).reduce((sum, antal) => sum + antal, anvanda)).toBe(lasta);
  const used = await rows(
    'select vardtillfalle_id as id, fil, rad::integer as rad, ut_datum::varchar as ut from s_vardtillfalle order by fil desc, rad',
  );
  return { avvisade: report.map(({ avvisade }) => avvisade), used };
};

test('of stays that say different things, the row of the file last by name is used', async () => {
  const { avvisade, used } = await outcomeOf({
    'utskrivningar-2024-01.csv': csv(HEAD, stay('A', ''), stay('B', '2024-01-09')),
    'utskrivningar-2024-02.csv': csv(HEAD, stay('A', '2024-02-03'), stay('B', '2024-01-09')),
    'utskrivningar-2024-03.csv': csv(HEAD, stay('A', '2024-02-04'), stay('A', '2024-02-04')),
  });
  expect(avvisade).toEqual([
    { ersatt_av_nyare_fil: 1 },
    { ersatt_av_nyare_fil: 1, dubblett: 1 },
    { dubblett: 1 },
  ]);
  expect(used).toEqual([
    { id: 'A', fil: 'utskrivningar-2024-03.csv', rad: 2, ut: '2024-02-04' },
    { id: 'B', fil: 'utskrivningar-2024-01.csv', rad: 3, ut: '2024-01-09' },
  ]);
});

test('a newest file that contradicts itself decides nothing', async () => {
  const { avvisade, used } = await outcomeOf({
    'utskrivningar-1.csv': csv(HEAD, stay('A', '')),
    'utskrivningar-2.csv': csv(HEAD, stay('A', '2024-02-03'), stay('A', '2024-02-04')),
  });
  expect(avvisade).toEqual([{ motsagande_dubblett: 1 }, { motsagande_dubblett: 2 }]);
  expect(used).toEqual([]);
});

test('files of two kinds have no order', async () => {
  const whole = csv(`${HEAD};utskrivningsklar`, `${stay('A', '2024-02-03')};2024-02-01`);
  const { avvisade } = await outcomeOf({
    'utskrivningar.csv': csv(HEAD, stay('A', '')),
    'vardtillfallen.csv': whole,
  });
  expect(avvisade).toEqual([{ motsagande_dubblett: 1 }, { motsagande_dubblett: 1 }]);
});

test('a stay of one file only is decided by its notice as well', async () => {
  const head = `${HEAD};utskrivningsklar`;
  const { avvisade, used } = await outcomeOf({
    'vardtillfallen-1.csv': csv(head, `${stay('A', '2024-02-03')};2024-02-01`),
    'vardtillfallen-2.csv': csv(head, `${stay('A', '2024-02-03')};2024-02-02`),
  });
  expect(avvisade).toEqual([{ ersatt_av_nyare_fil: 1 }, {}]);
  expect(used).toMatchObject([{ fil: 'vardtillfallen-2.csv' }]);
});

test('of notices likewise: a withdrawal that came later counts', async () => {
  const files = {
    'utskrivningar.csv': csv(HEAD, GOOD),
    'utskrivningsklar-1.csv': csv(NOTICES, 'V1;Lund;2024-01-04;;', 'V1;Lund;2024-01-03;;'),
    'utskrivningsklar-2.csv': csv(NOTICES, 'V1;Lund;2024-01-04;2024-01-05;', 'V1;Lund;2024-01-03;;'),
  };
  const { report, rows } = await stage(files, newest);
  expect(report.map(({ avvisade }) => avvisade)).toEqual([{}, { ersatt_av_nyare_fil: 1 }, { dubblett: 1 }]);
  expect(
    await rows(
      'select fil, klar_datum::varchar as klar, atertagen_datum::varchar as slut from s_notis order by 2',
    ),
  ).toEqual([
    { fil: 'utskrivningsklar-1.csv', klar: '2024-01-03', slut: null },
    { fil: 'utskrivningsklar-2.csv', klar: '2024-01-04', slut: '2024-01-05' },
  ]);
});

test('unless the profile says so, contradicting rows are all refused', async () => {
  const files = {
    'utskrivningar-1.csv': csv(HEAD, stay('A', '')),
    'utskrivningar-2.csv': csv(HEAD, stay('A', '2024-02-03')),
  };
  const { report } = await stage(files);
  expect(report).toMatchObject([
    { ...NOTHING, avvisade: { motsagande_dubblett: 1 } },
    { ...NOTHING, avvisade: { motsagande_dubblett: 1 } },
  ]);
});
