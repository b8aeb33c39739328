/** A small random extract with every column there is, for the counting itself: each indicator and each key it shows. */
import { random } from '../../data-loaders/rojande/random.ts';
import type { ExtractRow, World } from '../count/world.ts';

const KOMMUNER = ['1281', '1283', '1285', '1287'];
const CAUSES = ['rehab', 'hjalpmedel', 'korttidsplats'];
const PLACES = ['ordinart_boende', 'sarskilt_boende', 'korttid', 'avliden'];

/** A world of `stays` stays in eight months; one kommun changes delregion in it. */
export function randomExtract(seed: number, stays: number): World {
  const next = random(seed);
  const of = <T>(list: T[]): T => list[Math.floor(next() ** 1.5 * list.length)]!;
  const iso = (day: number) => new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
  const rows: ExtractRow[] = Array.from({ length: stays }, (_, i) => {
    const admitted = 1 + Math.floor(next() * 230);
    const ready = admitted + 1 + Math.floor(next() * 6);
    const waits = next() < 0.45 ? 0 : 1 + Math.floor(next() ** 3 * 24);
    const discharged = ready + waits;
    return {
      vardtillfalle_id: `v${i}`,
      patient_id: `p${Math.floor(next() * stays * 0.8)}`,
      kommun: next() < 0.03 ? '0180' : of(KOMMUNER),
      vardgivare: of(['sus', 'pv']),
      klinik: of(['medicin', 'kirurgi', 'geriatrik']),
      vardform: next() < 0.8 ? 'somatik' : 'psykiatri',
      inskrivning: `${iso(admitted)} 10:00`,
      utskrivningsklar: next() < 0.8 ? `${iso(ready)} 0${Math.floor(next() * 10)}:30` : null,
      utskrivning: discharged > 240 ? null : `${iso(discharged)} 1${Math.floor(next() * 10)}:15`,
      kommunklar: next() < 0.7 ? iso(ready + Math.floor(next() * (waits + 1))) : null,
      beraknad_utskrivning: next() < 0.6 ? iso(discharged + Math.floor(next() * 3) - 1) : null,
      utskriven_till: of(PLACES),
      oplanerad: next() < 0.7 ? 'ja' : 'nej',
      fodelsear: 1930 + Math.floor(next() * 40),
      process: of(['gron', 'gul', 'rod']),
      behov: of(['oforandrade', 'nytillkomna_socialtjanst', 'avancerade']),
      orsak: next() < 0.5 ? null : [of(CAUSES), of(CAUSES)].join('|'),
    };
  });
  return {
    profil: {
      troskel: 5,
      kommuner: KOMMUNER,
      delregioner: [
        { delregion: 'mellersta', kommun: '1281', fran: '2019-01-01' },
        { delregion: 'mellersta', kommun: '1285', fran: '2019-01-01', till: '2024-04-14' },
        { delregion: 'nordvast', kommun: '1285', fran: '2024-04-15' },
        { delregion: 'nordvast', kommun: '1283', fran: '2019-01-01' },
      ],
    },
    givet: { vardtillfallen: rows },
  };
}
