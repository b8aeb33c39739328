import { between, type Random } from '../../data-loaders/demo/random.ts';
import type { Slag } from '../../data-loaders/extracts/kinds.ts';

/** One extract as a table of texts, before it is mutated and written to a file. */
export type Sheet = { slag: Slag; head: string[]; rows: string[][] };

/** Every id of the generator begins so: what the messages are searched for. */
export const ID = /V7Q4|P9XK/i;

const KOMMUNER = ['Lund', 'Malmö', '1285', 'Höör', 'Kävlinge', 'Örkelljunga'];
const one = <T>(random: Random, items: readonly T[]): T => items[between(random, 0, items.length - 1)]!;
const two = (n: number) => String(n).padStart(2, '0');
const id = (n: number) => `V7Q4-${String(n).padStart(6, '0')}`;

function moment(random: Random, month: number): { date: string; time: string } {
  const date = `2024-${two(month)}-${two(between(random, 1, 28))}`;
  return { date, time: `${date} ${two(between(random, 0, 23))}:${two(between(random, 0, 59))}` };
}

/** Valid extracts, one of each kind but the one that is drawn left out: 30–80 stays and what belongs to them. */
export function validSheets(random: Random): Sheet[] {
  const stays = Array.from({ length: between(random, 30, 80) }, (_, n) => {
    const month = between(random, 1, 5);
    return {
      n,
      kommun: one(random, KOMMUNER),
      in: moment(random, month).time,
      klar: moment(random, month + 1).time,
      ut: moment(random, month + 2).time,
    };
  });
  const half = Math.floor(stays.length / 2);
  const stayHead = ['vardtillfalle_id', 'patient_id', 'kommun', 'vardgivare', 'klinik', 'vardform'];
  const stayRest = ['inskrivning', 'utskrivning', 'utskriven_till', 'oplanerad', 'fodelsear'];
  const stayRow = (stay: (typeof stays)[number]) => [
    id(stay.n),
    `P9XK${stay.n % 17}`,
    stay.kommun,
    one(random, ['SUS', 'KSD', 'Ystads lasarett']),
    one(random, ['Medicin', 'Ortopedi; hand', 'Kirurgi "A"', '']),
    'somatik',
    stay.in,
    stay.ut,
    one(random, ['Ordinärt boende', 'Korttid', 'avliden']),
    one(random, ['1', '0']),
    String(between(random, 1925, 2000)),
  ];
  const other = stays.slice(half).map((stay) => ({ ...stay, n: stay.n + 1000 }));
  return [
    { slag: 'utskrivningar', head: [...stayHead, ...stayRest], rows: stays.map(stayRow) },
    {
      slag: 'utskrivningsklar',
      head: ['vardtillfalle_id', 'kommun', 'utskrivningsklar', 'atertagen', 'orsak'],
      rows: stays
        .slice(0, half + 10)
        .map(({ n, kommun, klar }) => [id(n), kommun, klar, '', 'hjälpmedel|övrigt']),
    },
    {
      slag: 'vardtillfallen',
      head: [...stayHead, ...stayRest, 'utskrivningsklar'],
      rows: other.map((stay) => [...stayRow(stay), stay.klar]),
    },
    {
      slag: 'aterinskrivningar',
      head: ['vardtillfalle_id', 'aterinskriven', 'oplanerad'],
      rows: stays.slice(0, 5).map(({ n, ut }) => [id(n), ut, 'ja']),
    },
    {
      slag: 'jamforelse',
      head: ['indikator', 'niva', 'enhet', 'period', 'varde', 'antal', 'kalla'],
      rows: ['2024-01', '2024-02', '2024'].map((period) => [
        'medel',
        'region',
        'Skåne',
        period,
        '2,5',
        '80',
        'Källa',
      ]),
    },
    {
      slag: 'aktiviteter',
      head: ['kommun', 'start', 'slut', 'rubrik', 'status', 'framgangsfaktor'],
      rows: [['Lund', '2024-02-01', '', 'Nytt arbetssätt', 'genomförd', '3']],
    },
  ];
}
