import { heatMatrix } from '../../src/components/index.ts';
import { row } from './rows.ts';

/** Rows of weekdays and of a storhelg, and the matrix they make. */
export const days = ['1', '2', '3', '4', '5', '6', '7'];
export const matrix = (over: (key: string) => object = () => ({})) =>
  days.flatMap((ready) =>
    days.map((out) =>
      row({
        indikator: 'veckodag_matris',
        kategori: `${ready}-${out}`,
        taljare: ready === out ? 60 : 5,
        ...over(`${ready}-${out}`),
      }),
    ),
  );
export const sums = (indikator: string) => days.map((kategori) => row({ indikator, kategori, taljare: 100 }));
export const heat = (matris = matrix()) =>
  heatMatrix({
    id: 'm',
    caption: 'Matris',
    matris,
    klar: sums('veckodag_utskrivningsklar'),
    ut: sums('veckodag_utskrivning'),
    medel: sums('medeldagar_veckodag'),
    medelAlla: row(),
    troskel: 5,
  });
export const holiday = (dates: string[]) =>
  [...dates, 'senare', 'kvar'].map((kategori) =>
    row({ indikator: 'helgtabell', periodtyp: 'helg', period: dates[1]!, kategori, taljare: 6, namnare: 15 }),
  );
export const midsummer = ['2023-06-22', '2023-06-23', '2023-06-24', '2023-06-25', '2023-06-26'];
