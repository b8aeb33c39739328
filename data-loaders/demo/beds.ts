import type { Calendar } from './calendar.ts';
import { type DemoProfile, traitsOf } from './population.ts';

const HEADER = 'vardgivare;manad;disponibla\n';
/** Bed days behind a stay, a little more than the stays take. */
const DAYS_PER_STAY = 5.4;
/** Fewer beds are staffed in July and August. */
const SUMMER: Record<string, number> = { '07': 0.86, '08': 0.92 };

/** The text of vardplatser.csv: invented beds of each vårdgivare and month, in proportion to its share of the stays. */
export function bedsCsv(calendar: Calendar, profile: DemoProfile, stays: number): string {
  const { vardgivare } = traitsOf(profile);
  const volume = profile.vardgivare.map(({ kod }) => vardgivare[kod]?.stays ?? 100);
  const all = volume.reduce((sum, number) => sum + number, 0);
  const months = [...new Set(calendar.date.slice(0, calendar.days).map((iso) => iso.slice(0, 7)))];
  const perDay = (stays * DAYS_PER_STAY) / calendar.days;
  const lines = profile.vardgivare.flatMap(({ namn }, index) =>
    months.map((month) => {
      const beds = ((perDay * volume[index]!) / all) * (SUMMER[month.slice(5)] ?? 1);
      return `${namn};${month};${Math.max(1, beds).toFixed(1).replace('.', ',')}\n`;
    }),
  );
  return HEADER + lines.join('');
}
