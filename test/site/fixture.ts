import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegistry } from '../../data-loaders/registry.ts';
import type { Indikator, JamforelseRad, Periodtyp, PubliceradRad } from '../../data-loaders/types.ts';
import { writeArrowFile } from './arrow-file.ts';
import { catalogue, ENHETER, MONTHS, type Settings } from './fixture-catalogue.ts';
import { judgements } from './judged.ts';

export type { Settings };

const PERIODS: Partial<Record<Periodtyp, string[]>> = {
  manad: MONTHS,
  kvartal: ['2025-10-01'],
  halvar: ['2025-01-01', '2025-07-01'],
  ar: ['2025-01-01'],
  helg: ['2025-04-18'],
};
const HOLIDAY = ['2025-04-17', '2025-04-18', '2025-04-19', '2025-04-20', '2025-04-21', '2025-04-22'];
const DAYS = ['1', '2', '3', '4', '5', '6', '7'];
const CATEGORIES: Partial<Record<NonNullable<Indikator['kategorier']>, string[]>> = {
  veckodag: DAYS,
  veckodag_matris: DAYS.flatMap((klar) => DAYS.map((ut) => `${klar}-${ut}`)),
  retur: ['1-7', '8-14', '15-30'],
  vantan_kort: ['0', '1-2', '3-'],
  process: ['gron', 'gul', 'rod', 'annat'],
  behov: ['oforandrade', 'avancerade', 'annat'],
  destination: ['ordinart_boende', 'korttid', 'annat'],
  orsak: ['framgar_inte', 'rehab', 'annat'],
  ben: ['kommunens_ben', 'rest'],
  sol_hsl: ['sol', 'hsl'],
  frist: ['inskrivningsmeddelande', 'sip_kallelse'],
  avvikelse: ['traff', 'tidigare', 'senare'],
  fel: ['fel'],
  andringar: ['0', '1', '2-'],
  varsel: ['0', '1', '2-', 'annat'],
  dagklass: ['storhelg', 'rod_dag', 'helgdagsafton', 'klamdag', 'lordag', 'sondag', 'vardag'],
  individuell: ['hogst', 'over'],
  betalning: ['klockslag', 'datum', 'utan_kallelse'],
  vantan: ['0', '1', '2-3', '4-6', '7-13', '14-20', '21-'],
  timme: [...Array.from({ length: 24 }, (_, hour) => String(hour)), 'okand'],
  sommar: ['sommar', 'ovrigt'],
  utskrivningsdag: [...HOLIDAY, 'senare', 'kvar'],
  utskrivningsdag_destination: [...HOLIDAY, 'senare', 'kvar'].flatMap((d) => [
    `${d}+ordinart_boende`,
    `${d}+annat`,
  ]),
};

/** A folder as the pages read it: three kommuner, one delregion, one vårdgivare, fourteen months. Returns its path. */
export function writeFixture(settings: Settings = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'utsk-sidor-'));
  const registry = readRegistry();
  if (!settings.tom)
    for (const indikator of registry) writeArrowFile(dir, indikator.id, rowsOf(indikator, settings));
  const comparison: JamforelseRad[] = [
    { ...COMPARISON, period: '2023-07-01', varde: 14.2, antal: 900, status: 'visas' },
    { ...COMPARISON, period: '2023-08-01', varde: null, antal: 880, status: 'saknas' },
    { ...COMPARISON, period: '2025-07-01', varde: 12.5, antal: 800, status: 'visas' },
  ];
  writeArrowFile(dir, 'jamforelse', comparison);
  if (!settings.tom)
    for (const [name, rows] of Object.entries(judgements(settings))) writeArrowFile(dir, name, rows);
  writeFileSync(join(dir, 'catalogue.json'), JSON.stringify(catalogue(registry, settings)));
  return dir;
}

const COMPARISON = {
  indikator: 'aterinlaggning_qlik',
  niva: 'vardstyrelse',
  enhet: 'SUS',
  periodtyp: 'manad' as const,
  kalla: 'En annan källa',
};

function rowsOf(indikator: Indikator, { avstangda = [], skyddade = [] }: Settings): PubliceradRad[] {
  const categories = indikator.kategorier ? (CATEGORIES[indikator.kategorier] ?? ['annat']) : ['alla'];
  return ENHETER.flatMap((unit) => {
    const { perioder } = indikator.undantag?.[unit.niva] ?? indikator;
    const instead = indikator.i_stallet_for;
    const all = instead && avstangda.includes(instead.indikator) ? instead.perioder : perioder;
    return all.flatMap((periodtyp) =>
      (PERIODS[periodtyp] ?? []).flatMap((period) =>
        categories.map((kategori, i): PubliceradRad => {
          const head = { indikator: indikator.id, niva: unit.niva, enhet_id: unit.id, enhet: unit.namn };
          const key = { ...head, periodtyp, period, grupp: 'alla' as const, kategori };
          const slutlig = period < '2026-02-01' ? (1 as const) : (0 as const);
          if (avstangda.includes(indikator.id)) return { ...key, ...NONE, status: 'saknas', slutlig };
          if (skyddade.includes(unit.id)) return { ...key, ...NONE, status: 'skyddad', slutlig };
          const varde = 10 + i + Number(period.slice(5, 7));
          const numbers = {
            taljare: 30 + i,
            namnare: 100,
            antal: 100,
            varde,
            nedre: varde - 3,
            ovre: varde + 3,
          };
          return { ...key, ...numbers, status: 'visas', slutlig };
        }),
      ),
    );
  });
}

const NONE = { taljare: null, namnare: null, antal: null, varde: null, nedre: null, ovre: null };
