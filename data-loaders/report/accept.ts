import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../errors.ts';
import { unknownKommuner } from '../extracts/values/kommuner.ts';
import type { Profile } from '../profile/read.ts';
import { KODER, UTANFOR_GRANSEN } from './koder.ts';
import { kommunTexts } from './kommuner.ts';
import { remarksSql } from './remarks.ts';
import { countedRows, inColumns, spaced } from './text.ts';
import type { Filrapport } from './types.ts';

const REASONS_SHOWN = 3;
const ROWS_SHOWN = 5;
const KOMMUNER_SHOWN = 5;

/**
 * Throws DataError when no stay is left, or a kind of extract has a larger share of refused rows than the profile
 * allows (identical duplicates and empty rows do not count), with the largest reasons and where to look.
 */
export async function assertAcceptable(
  connection: DuckDBConnection,
  report: Filrapport[],
  profile: Profile,
): Promise<void> {
  const limit = profile.max_avvisade_andel;
  for (const slag of new Set(report.map((file) => file.slag))) {
    const files = report.filter((file) => file.slag === slag);
    const read = sum(files.map(({ lasta }) => lasta));
    const refused = sum(files.map(refusedRows));
    if (refused <= limit * read) continue;
    throw new DataError(
      [
        `${spaced(refused)} av ${spaced(read)} rader i ${names(files)} (${percent(refused / read)}) kan inte användas; ` +
          `gränsen är ${percent(limit)} (max_avvisade_andel i profilen).`,
        ...(await reasons(connection, files)),
        'Rätta utdraget och försök igen. Alla avvisade rader med skäl står i mappen .warehouse/karantan.',
      ].join('\n'),
    );
  }
  const stays = report.filter(({ slag }) => slag === 'utskrivningar' || slag === 'vardtillfallen');
  if (sum(stays.map(({ anvanda }) => anvanda)) > 0) return;
  throw new DataError(
    stays.length === 0
      ? 'Utdragen har inga vårdtillfällen. Lägg till en fil vars namn börjar med utskrivningar eller vardtillfallen.'
      : `Inget vårdtillfälle i ${names(stays)} kan användas. Alla avvisade rader med skäl står i mappen .warehouse/karantan.`,
  );
}

function refusedRows(file: Filrapport): number {
  return sum(
    Object.entries(file.avvisade)
      .filter(([kod]) => !UTANFOR_GRANSEN.includes(kod))
      .map(([, rows]) => rows),
  );
}

/** One line for each of the largest reasons, with the first rows it struck. */
async function reasons(connection: DuckDBConnection, files: Filrapport[]): Promise<string[]> {
  const totals = new Map<string, number>();
  for (const { avvisade } of files) {
    for (const [kod, rows] of Object.entries(avvisade)) {
      if (!UTANFOR_GRANSEN.includes(kod)) totals.set(kod, (totals.get(kod) ?? 0) + rows);
    }
  }
  const largest = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, REASONS_SHOWN);
  const lines: string[] = [];
  for (const [kod, rows] of largest) {
    const found = await connection.runAndReadAll(
      `select fil, rad::integer as rad from (${await remarksSql(connection)})
       where typ = 'avvisad' and kod = $kod and slag = $slag order by fil, rad limit ${ROWS_SHOWN}`,
      { kod, slag: files[0]!.slag },
    );
    const first = found.getRowObjects();
    const fil = String(first[0]!.fil);
    const numbers = first.filter((row) => row.fil === fil).map((row) => String(row.rad));
    const more = rows > numbers.length ? ' …' : '';
    const wrong =
      kod === 'okand_kommun' ? kommunTexts(await unknownKommuner(connection), KOMMUNER_SHOWN) : [];
    const columns = inColumns([...new Set(files.flatMap((file) => file.i_kolumner.avvisade[kod] ?? []))]);
    const place = `${columns && `${columns} i `}${fil} rad ${numbers.join(', ')}${more}`;
    lines.push(
      `  ${countedRows(rows)}: ${KODER[kod]!.text} (${place}). ${KODER[kod]!.atgard}`,
      ...wrong.map((text) => `    ${text}`),
    );
  }
  return lines;
}

function names(files: Filrapport[]): string {
  return files.map(({ fil }) => fil).join(', ');
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** `5,1 %`, without a decimal that is zero. */
function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toString().replace('.', ',')}\u00a0%`;
}
