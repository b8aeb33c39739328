import type { DuckDBConnection } from '@duckdb/node-api';
import { datesOf, plausibleDays } from '../reference/apart.ts';
import { day, flag, noticeColumns, stayColumns } from './columns.ts';
import { type Row, stage } from './stage.ts';

/** Extract rows as a supplier writes them: column name → value, dates `YYYY-MM-DD` with or without ` HH:MM`. */
export type ExtractRow = Record<string, string | number | boolean | null>;

export type Kind =
  | 'vardtillfallen'
  | 'utskrivningar'
  | 'utskrivningsklar'
  | 'aterinskrivningar'
  | 'befolkning'
  | 'vardplatser'
  | 'aktiviteter'
  /** No extract: published cells, for what is judged on them. */
  | 'publicerat';

export type World = {
  profil?: {
    kommuner?: string[];
    delregioner?: { delregion: string; kommun: string; fran: string; till?: string }[];
    sista_datadag?: string;
    okand_planering?: string;
    aterinskrivning_dagar?: number;
    /** Threshold of disclosure control; 1 where a case does not say. */
    troskel?: number;
    samverkansdagar?: string[];
    semesterperiod?: { fran_vecka: number; till_vecka: number };
    /** Limits of the checks that remark; see Granskning. */
    granskning?: Record<string, number>;
    /** Payment models, the own first; what is left out is as a profile's defaults. */
    betalningsmodeller?: Row[];
    belopp_per_dygn?: Row[];
    mal?: Row[];
  };
  givet: Partial<Record<Kind, ExtractRow[]>>;
};

export const KOMMUNER = ['1281', '1283', '1285'];
const DELREGIONER = [
  { delregion: 'mellersta', kommun: '1281', fran: '2019-01-01' },
  { delregion: 'mellersta', kommun: '1285', fran: '2019-01-01' },
  { delregion: 'nordvast', kommun: '1283', fran: '2019-01-01' },
];

/** The staged rows an extract becomes: keys matched to stays, dates split from clock times. */
export function staged(world: World): Record<string, Row[]> {
  const kommuner = world.profil?.kommuner ?? KOMMUNER;
  const delregioner = world.profil?.delregioner ?? DELREGIONER;
  const stays: Row[] = [];
  const notices: Row[] = [];
  const byKey = new Map<string, number>();
  const plausible = plausibleOf(world);
  const late = (value: ExtractRow[string] | undefined) => (day(value) ?? '') > plausible.sista;
  const apart = ({ inskrivning, utskrivning }: ExtractRow) =>
    late(inskrivning) || late(utskrivning) || (day(utskrivning) ?? plausible.forsta) < plausible.forsta;
  for (const slag of ['utskrivningar', 'vardtillfallen'] as const) {
    for (const [index, row] of (world.givet[slag] ?? []).entries()) {
      if (apart(row)) continue;
      const stay = stays.length + 1;
      const key = keyOf(row);
      if (key !== null) byKey.set(key, stay);
      const place = { slag, fil: `${slag}.csv`, rad: index + 2 };
      stays.push({ stay, ...place, ...stayColumns(row, kommuner) });
      if (row.utskrivningsklar && !late(row.utskrivningsklar))
        notices.push({ stay, ...place, ...noticeColumns(row) });
    }
  }
  const stayOf = (row: ExtractRow) => byKey.get(keyOf(row) ?? '') ?? null;
  for (const [index, row] of (world.givet.utskrivningsklar ?? []).entries()) {
    if (late(row.utskrivningsklar)) continue;
    const place = { slag: 'utskrivningsklar', fil: 'utskrivningsklar.csv', rad: index + 2 };
    notices.push({ stay: stayOf(row), ...place, ...noticeColumns(row) });
  }
  const returns = (world.givet.aterinskrivningar ?? []).map((row, index) => ({
    fil: 'aterinskrivningar.csv',
    rad: index + 2,
    stay: stayOf(row),
    aterinskriven_datum: day(row.aterinskriven),
    oplanerad: flag(row.oplanerad),
  }));
  const vardgivare = [...new Set(stays.concat(notices).map((row) => row.vardgivare))];
  return {
    s_vardtillfalle: stays,
    s_notis: notices,
    s_aterinskrivning: returns,
    rimliga_dagar: [plausible],
    s_befolkning: (world.givet.befolkning ?? []).map(({ kommun, ar, aldersgrupp, antal }) => {
      const [from, to] = String(aldersgrupp).split('-');
      return { kommun, ar, fran: Number(from), till: to ? Number(to) : null, antal } as Row;
    }),
    s_aktivitet: (world.givet.aktiviteter ?? []).map(({ skal: _, ...row }) => row),
    s_vardplats: (world.givet.vardplatser ?? []).map(({ vardgivare, manad, disponibla }) => {
      return { vardgivare, manad: `${manad}-01`, disponibla } as Row;
    }),
    orsak_slug: [...new Set(notices.map(({ orsak }) => orsak))].flatMap((orsak) =>
      orsak ? [...new Set(String(orsak).split('|'))].map((slug) => ({ orsak, slug })) : [],
    ),
    profil_kommun: kommuner.map((kod) => ({ kod, namn: `Kommun ${kod}` })),
    profil_delregion: [...new Set(delregioner.map((member) => member.delregion))].map((kod) => ({
      kod,
      namn: kod,
    })),
    profil_delregion_kommun: delregioner,
    profil_samverkansdag: (world.profil?.samverkansdagar ?? []).map((datum) => ({ datum })),
    vardgivare: vardgivare.flatMap((kod) => (kod ? [{ kod, namn: kod }] : [])),
    ...judged(world),
    klinik: [...new Set(stays.map((row) => row.klinik_kod))].flatMap((kod) =>
      kod ? [{ kod, namn: `Klinik ${kod}` }] : [],
    ),
    ...files(world.givet),
    kolumn_finns: extracts(world.givet).flatMap(([slag, rows]) =>
      [...new Set(rows.flatMap(Object.keys))].map((kolumn) => ({ slag, kolumn })),
    ),
  };
}

/** Between which days no date is apart from all others, by the limits of the case or the program's own. */
function plausibleOf({ profil, givet }: World): { forsta: string; sista: string } {
  const rows = [givet.utskrivningar, givet.vardtillfallen, givet.utskrivningsklar].flatMap(
    (kind) => kind ?? [],
  );
  return plausibleDays(datesOf(rows), {
    ...{ ensam_manader: 3, ensam_vantat: 100, ensam_andel: 0.01 },
    ...{ ensam_lang_manader: 108, ensam_lang_andel: 0.1 },
    ...profil?.granskning,
  });
}

/** What is judged in step 5 and by what; a cell given is a shown final month of everyone unless it says otherwise. */
function judged({ profil, givet }: World): Record<string, Row[]> {
  return {
    betalningsmodell: (profil?.betalningsmodeller ?? []).map((model, index) => ({
      ...{ egen: index === 0, typ: 'manadsmedel', betalar_fran: 'samma_manad', manad_utan_fall: 'bryter' },
      ...{ nolldagar_i_namnaren: true, gemensam_analys: false, vardformer_apart: false, aktiv: true },
      ...model,
    })),
    belopp_per_dygn: profil?.belopp_per_dygn ?? [],
    profil_mal: (profil?.mal ?? []).map((goal, index) => ({ mal: index + 1, exempel: false, ...goal })),
    publicerat: (givet.publicerat ?? []).flatMap(everyMonth).map(({ skal: _, ...cell }) => ({
      ...{ niva: 'kommun', enhet_id: '1281', periodtyp: 'manad', grupp: 'alla', kategori: 'alla' },
      ...{ status: 'visas', slutlig: 1 },
      ...cell,
      enhet: `Kommun ${cell.enhet_id ?? '1281'}`,
    })),
  };
}

/** A period `from..to` stands for a cell in each of those months. */
function everyMonth(cell: ExtractRow): ExtractRow[] {
  const [from = '', to = from] = String(cell.period).split('..');
  const months: ExtractRow[] = [];
  for (let at = new Date(from); at <= new Date(to); at.setUTCMonth(at.getUTCMonth() + 1))
    months.push({ ...cell, period: at.toISOString().slice(0, 10) });
  return months;
}

/** One file per kind: how many rows it has, and in how many of them each column is empty. */
function files(givet: World['givet']): Record<string, Row[]> {
  const kinds = extracts(givet).map(([slag, rows], index) => ({ fil_nr: index + 1, slag, rows }));
  return {
    'raw.fil': kinds.map(({ fil_nr, slag, rows }) => ({
      fil_nr,
      fil: `${slag}.csv`,
      slag,
      lasta: rows.length,
    })),
    'raw.kolumn_tomma': kinds.flatMap(({ fil_nr, rows }) =>
      [...new Set(rows.flatMap(Object.keys))].map((kolumn) => ({
        fil_nr,
        kolumn,
        tomma: rows.filter((row) => (row[kolumn] ?? null) === null).length,
      })),
    ),
  };
}

const extracts = (givet: World['givet']) =>
  Object.entries(givet).filter(([slag]) => slag !== 'publicerat') as [string, ExtractRow[]][];

/** The profile's variables, as SQL expressions. */
export function variablesOf({ profil }: World): Record<string, string> {
  return {
    ...(profil?.sista_datadag ? { sista_datadag_profil: `date '${profil.sista_datadag}'` } : {}),
    ...Object.fromEntries(
      Object.entries(profil?.granskning ?? {}).map(([key, limit]) => [key, String(limit)]),
    ),
    ...(profil?.aterinskrivning_dagar ? { aterinskrivning_dagar: String(profil.aterinskrivning_dagar) } : {}),
    ...(profil?.troskel ? { troskel: String(profil.troskel) } : {}),
    ...(profil?.semesterperiod
      ? {
          sommar_fran_vecka: String(profil.semesterperiod.fran_vecka),
          sommar_till_vecka: String(profil.semesterperiod.till_vecka),
        }
      : {}),
    ...(profil?.okand_planering ? { okand_planering: `'${profil.okand_planering}'` } : {}),
  };
}

/** Stages the world in a database; runCounting comes next. */
export async function stageWorld(connection: DuckDBConnection, world: World): Promise<void> {
  await stage(connection, staged(world), variablesOf(world));
}

function keyOf(row: ExtractRow): string | null {
  if (row.vardtillfalle_id) return `id ${row.vardtillfalle_id}`;
  return row.patient_id && row.inskrivning ? `patient ${row.patient_id} ${row.inskrivning}` : null;
}
