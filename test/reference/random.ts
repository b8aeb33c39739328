import fc from 'fast-check';
import type { ExtractRow, World } from '../count/world.ts';
import { bedRows, inhabitantRows, type People } from './comparison.ts';
import { toDay, toIso, yearOf } from './days.ts';

/** First days whose neighbourhood holds påsk, midsommar, jul or nyår, and the weekend shapes they can have. */
const BASES = [
  '2018-12-12',
  '2020-12-16',
  '2023-03-28',
  '2023-06-12',
  '2023-12-14',
  '2024-03-20',
  '2024-06-08',
];
const SPAN = 75;
const KOMMUNER = 30;
/** Months from the base's that beds are told of. */
const MONTHS = 13;

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const clock = fc.constantFrom('', '', ' 08:00', ' 12:00', ' 16:00');
const sometimes = rarely(fc.integer({ min: -1, max: 14 }));

const notice = fc.record({
  /** Days from admission; −1 is before it, and may be after discharge. */
  after: fc.integer({ min: -1, max: 12 }),
  clock,
  withdrawn: rarely(fc.record({ after: fc.integer({ min: 0, max: 12 }), clock })),
  saysOther: fc.boolean(),
  process: fc.constantFrom('gron', 'gul', 'rod', 'annat', null),
  /** Days from the notice to the other times it says; null where it does not. */
  sent: fc.option(fc.record({ after: fc.integer({ min: 0, max: 2 }), clock }), { freq: 8 }),
  called: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 3 }),
  behov: fc.constantFrom('oforandrade', 'nytillkomna_socialtjanst', 'avancerade', 'annat', null),
  orsak: fc.constantFrom('rehab', 'transport', 'rehab|transport|rehab', 'hjalpmedel|annat', null),
  /** Days from admission, for each time a notice may tell. */
  told: fc.record({
    kommunklar: sometimes,
    kommunklar_sol: sometimes,
    kommunklar_hsl: sometimes,
    beraknad_utskrivning: sometimes,
    inskrivningsmeddelande: fc.option(fc.integer({ min: -1, max: 3 }), { freq: 6 }),
  }),
  toldClock: clock,
});

const stay = fc.record({
  start: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: SPAN - 15 })),
  clock,
  length: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 }),
  leftClock: clock,
  silentKommun: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  noAdmission: fc.integer({ min: 0, max: 15 }).map((n) => n === 0),
  vardgivare: fc.constantFrom('sus', 'tbg', 'pv', null),
  klinik: fc.constantFrom('medicin', 'kirurgi', null),
  vardform: fc.constantFrom('somatik', 'psykiatri', null),
  utskriven_till: fc.constantFrom('ordinart_boende', 'korttid', 'avliden', 'annat_sjukhus', null),
  oplanerad: fc.constantFrom('ja', 'ja', 'nej', null),
  notices: fc.oneof(fc.constant([]), fc.array(notice, { minLength: 1, maxLength: 4 })),
});

/** One small extract: a patient of one kommun and a few stays, crowded so that limits and ties are met often. */
export const patient = fc.record({
  known: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  utomlans: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  fodelsear: rarely(fc.constantFrom(1939, 1943, 1944, 1950, 1958, 1959, 1990)),
  stays: fc.array(stay, { minLength: 1, maxLength: 5 }),
});

export type Patient = typeof patient extends fc.Arbitrary<infer T> ? T : never;

export const surroundings = fc.record({
  base: fc.constantFrom(...BASES),
  /** Days after the base the profile states as the last, far off for twelve rolling months; null leaves it to the data. */
  lastDay: rarely(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 20, max: SPAN + 10 }) },
      { weight: 1, arbitrary: fc.constant(340) },
    ),
  ),
  okand_planering: fc.constantFrom('inte_oplanerad', 'oplanerad'),
  /** What is told of inhabitants and beds. */
  people: fc.constantFrom<People>('hela', 'hela', 'grova', 'luckor'),
});

export type Surroundings = typeof surroundings extends fc.Arbitrary<infer T> ? T : never;

/** Many small extracts in one, for a database run costs more than they do. Patients never mix. */
export function worldOf(
  patients: Patient[],
  { base, lastDay, okand_planering, people }: Surroundings,
): World {
  const first = toDay(base);
  const utskrivningar: ExtractRow[] = [];
  const utskrivningsklar: ExtractRow[] = [];
  for (const [number, one] of patients.entries()) {
    const kommun = one.utomlans ? '0180' : String(1000 + (number % KOMMUNER));
    for (const [nth, each] of one.stays.entries()) {
      const admitted = first + each.start;
      const vardtillfalle_id = `${number}-${nth}`;
      utskrivningar.push({
        vardtillfalle_id,
        patient_id: one.known ? `P${number}` : null,
        kommun: each.silentKommun ? null : kommun,
        vardgivare: each.vardgivare,
        klinik: each.klinik,
        vardform: each.vardform,
        inskrivning: each.noAdmission ? null : toIso(admitted) + each.clock,
        utskrivning: each.length === null ? null : toIso(admitted + each.length) + each.leftClock,
        utskriven_till: each.length === null ? null : each.utskriven_till,
        oplanerad: each.oplanerad,
        fodelsear: one.fodelsear,
      });
      for (const { after, clock: time, withdrawn, saysOther, sent, told, ...rest } of each.notices) {
        const times = Object.entries(told).map(([column, days]) => [
          column,
          days === null ? null : toIso(admitted + days) + rest.toldClock,
        ]);
        utskrivningsklar.push({
          vardtillfalle_id,
          kommun: saysOther ? String(1000) : kommun,
          vardgivare: saysOther ? 'ksd' : each.vardgivare,
          utskrivningsklar: toIso(admitted + after) + time,
          atertagen: withdrawn ? toIso(admitted + withdrawn.after) + withdrawn.clock : null,
          ...Object.fromEntries(times),
          underrattelse: sent && toIso(admitted + after + sent.after) + sent.clock,
          sip_kallelse: rest.called === null ? null : toIso(admitted + after + rest.called),
          process: rest.process,
          behov: rest.behov,
          orsak: rest.orsak,
        });
      }
    }
  }
  const kommuner = Array.from({ length: KOMMUNER }, (_, number) => String(1000 + number));
  const moved = toIso(first + 30);
  const delregioner = kommuner.flatMap((kommun, number) => {
    const delregion = ['norra', 'sodra', 'vastra'][number % 3]!;
    // Every fifth kommun changes delregion within the span; every seventh belongs to none.
    if (number % 7 === 6) return [];
    if (number % 5 > 0) return [{ delregion, kommun, fran: '2000-01-01' }];
    return [
      { delregion, kommun, fran: '2000-01-01', till: toIso(first + 29) },
      { delregion: 'ostra', kommun, fran: moved },
    ];
  });
  const sista_datadag = lastDay === null ? undefined : toIso(first + lastDay);
  return {
    profil: { kommuner, delregioner, okand_planering, ...(sista_datadag ? { sista_datadag } : {}) },
    givet: {
      utskrivningar,
      utskrivningsklar,
      befolkning: inhabitantRows(kommuner, yearOf(first), people),
      vardplatser: bedRows(first, MONTHS, people),
    },
  };
}
