import { describe, expect, test } from 'vitest';
import { decideDates, needsDecision } from '../../data-loaders/extracts/values/dates.ts';
import { messageOf } from '../load/helpers.ts';
import { withMacros } from './helpers.ts';

test('a column needs a decision when a date has its year last', () => {
  const without = [
    '2023-06-24',
    '20230624 14:05',
    '2023-06-24T12:05:00.5Z',
    '45101.5868',
    '',
    null,
    'x',
    '24.06.23',
  ];
  expect(needsDecision(without)).toBe(false);
  for (const text of ['24.06.2023', ' 24/6 2023\u00a0', '06/24/2023 9:05', '31/12/9999']) {
    expect([text, needsDecision([...without, text])]).toEqual([text, true]);
  }
});

describe('one decision per column and file', () => {
  const decide = async (texts: (string | null)[], more: (string | null)[] = texts) => {
    const { connection } = await withMacros();
    const rows = texts.map((text, index) => {
      const value = (v: string | null) => (v === null ? 'null::varchar' : `'${v}'`);
      return `(${index + 2}, ${value(text)}, ${value(more[index] ?? null)})`;
    });
    await connection.run(
      `create table fil as from (values ${rows.join(', ')}) as t (rad, inskrivning, utskrivning)`,
    );
    return await decideDates(connection, {
      fil: 'u.csv',
      from: 'fil',
      columns: ['inskrivning', 'utskrivning'],
      rad: 'rad',
    });
  };

  test.each<[string, (string | null)[], string]>([
    ['year first', ['2023-06-24', null, '20230624', '45101.58', 'x', ''], 'iso'],
    ['a day after the 12th comes first', ['05/06/2023', '2023-06-24', '24/06/2023 14:05'], 'dag_forst'],
    ['it comes second', ['05/06/2023', '06/24/2023'], 'manad_forst'],
    ['dotted, and with a space', ['05.06.2023', '24/6 2023'], 'dag_forst'],
    ['a day that is not there still tells', ['05/06/2023', '31/02/2023'], 'dag_forst'],
    ['a date that stands for none tells too', ['05/06/2023', '31/12/9999'], 'dag_forst'],
    ['no difference to tell', ['05/05/2023', '06/06/2023', '01/01/1900'], 'dag_forst'],
    ['blanks of all kinds around it', [' 24/06/2023\u00a0'], 'dag_forst'],
    ['two parts over 12 tell nothing', ['24/24/2023', '2023-06-24'], 'iso'],
  ])('%s', async (_, texts, order) => {
    const found = await decide(texts);
    expect([...found]).toEqual([
      ['inskrivning', order],
      ['utskrivning', order],
    ]);
  });

  test('each column by itself', async () => {
    expect([...(await decide(['24/06/2023', '05/06/2023'], ['06/25/2023', '06/05/2023']))]).toEqual([
      ['inskrivning', 'dag_forst'],
      ['utskrivning', 'manad_forst'],
    ]);
  });

  test('no column, no question', async () => {
    const { connection } = await withMacros();
    expect(await decideDates(connection, { fil: 'u.csv', from: 'nej', columns: [], rad: 'rad' })).toEqual(
      new Map(),
    );
  });

  const mend =
    'Exportera kolumnen med datum som 2023-06-24, eller som datum och inte som text i kalkylbladet.';

  test('nothing tells: the first three, with their rows', async () => {
    const texts = ['2023-06-24', '05/06/2023', '01/01/2023', '07/06/2023 14:05', '08/06/2023', '09/06/2023'];
    expect(await messageOf(() => decide(texts, []))).toBe(
      'Datumen i kolumnen inskrivning i u.csv kan läsas på två sätt, med dagen eller månaden först: 05/06/2023 på rad 3, ' +
        '07/06/2023 14:05 på rad 5, 08/06/2023 på rad 6. Inget datum i kolumnen avgör vilket, för ingen dag är efter ' +
        `den 12:e. ${mend}`,
    );
  });

  test('both orders: examples of each; every faulty column is told', async () => {
    expect(await messageOf(() => decide(['24/06/2023', '06/24/2023', '25/06/2023'], ['05/06/2023']))).toBe(
      'Datumen i kolumnen inskrivning i u.csv är skrivna på två sätt: dagen först (24/06/2023 på rad 2, 25/06/2023 på ' +
        `rad 4) och månaden först (06/24/2023 på rad 3). Då går övriga inte att tolka. ${mend}\n` +
        'Datumen i kolumnen utskrivning i u.csv kan läsas på två sätt, med dagen eller månaden först: 05/06/2023 på rad 2. ' +
        `Inget datum i kolumnen avgör vilket, för ingen dag är efter den 12:e. ${mend}`,
    );
  });
});
