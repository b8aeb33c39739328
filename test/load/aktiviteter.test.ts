import { describe, expect, test } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { csv, GOOD, HEAD, stage } from './helpers.ts';

describe('activities', () => {
  test('of the profile stand beside those of the extract', async () => {
    const aktivitet = { kommun: '1281', start: '2024-05-01', rubrik: 'Rond', status: 'planerad' as const };
    const { rows } = await stage(
      {
        'utskrivningar.csv': csv(HEAD, GOOD),
        'aktiviteter.csv': csv('kommun;start;rubrik', 'Malmö;2024-01-01;Trygg hemgång'),
      },
      { ...readProfile('skane'), aktiviteter: [aktivitet] },
    );
    expect(await rows('select kommun, start, rubrik, status from s_aktivitet order by start')).toEqual([
      { kommun: '1280', start: '2024-01-01', rubrik: 'Trygg hemgång', status: null },
      { kommun: '1281', start: '2024-05-01', rubrik: 'Rond', status: 'planerad' },
    ]);
  });

  test('of an extract: what is missing or unknown', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'aktiviteter.csv': csv(
        'kommun;start;slut;rubrik;status;framgangsfaktor',
        'Lund;2024-01-01;;Trygg hemgång;genomförd;10',
        'Lund;2024-01-01;2023-01-01;Rond;pågår;13',
        'Lundd;2024-01-01;;Rond;;',
        'Lund;;;Rond;;',
        'Lund;snart;;Rond;;',
      ),
    });
    expect(report[0]).toMatchObject({
      avvisade: { okand_kommun: 1, uppgift_saknas: 1, ogiltigt_datum: 1 },
      strukna_uppgifter: { okant_varde: 1, ogiltigt_datum: 1 },
    });
    expect(
      await rows(
        'select kommun, start, slut, rubrik, status, framgangsfaktor as f from s_aktivitet order by rad',
      ),
    ).toEqual([
      {
        kommun: '1281',
        start: '2024-01-01',
        slut: null,
        rubrik: 'Trygg hemgång',
        status: 'genomford',
        f: 10,
      },
      { kommun: '1281', start: '2024-01-01', slut: null, rubrik: 'Rond', status: null, f: null },
    ]);
  });
});
