import type { DuckDBConnection, JS } from '@duckdb/node-api';
import type { Katalog, Utgava } from '../catalogue-types.ts';
import { type Brusuppgift, seedCheck } from '../ckm/parameters.ts';
import { CKM_FILES } from '../ckm/perturb.ts';
import { narrowed } from '../profile/breakdowns.ts';
import { individualLimit, modelsOf } from '../profile/model-tables.ts';
import type { Profile } from '../profile/read.ts';
import { withDays } from '../registry.ts';
import { publishedReport } from '../report/published.ts';
import type { Tackningsflagga } from '../report/types.ts';
import { sha256 } from '../sha256.ts';
import { readSources } from '../sources.ts';
import { runFolder } from '../sql.ts';
import type { Indikator, Status } from '../types.ts';
import { NIVAER } from '../value-lists.ts';
import { JUDGEMENT_TABLES, judgementQuery } from './judgements.ts';
import type { ManifestHead } from './manifest.ts';
import { position } from './order.ts';
import type { Publication } from './publish.ts';

/** Everything the pages need besides published rows, from the tables of queries/6_katalog, the profile and the report. */
export async function createCatalogue(
  connection: DuckDBConnection,
  head: Pick<ManifestHead, 'program' | 'profil' | 'syntetisk'>,
  { profile, registry, report, utgava }: Pick<Publication, 'profile' | 'registry' | 'report' | 'utgava'>,
): Promise<Katalog> {
  await runFolder(connection, '6_katalog');
  const read = async <T extends object>(sql: string): Promise<T[]> =>
    (await (await connection.run(sql)).getRowObjectsJS()) as Record<string, JS>[] as T[];
  const first = async <T extends object>(sql: string): Promise<T | null> => (await read<T>(sql))[0] ?? null;
  const dagar = await first<Pick<Katalog, 'forsta_dag' | 'sista_datadag'>>(
    'select forsta_dag::varchar as forsta_dag, sista_datadag::varchar as sista_datadag from dataspann',
  );
  const sources = await readSources(connection, profile.rojandekontroll.metod === 'ckm' ? CKM_FILES : []);
  return {
    ...head,
    profilnamn: profile.namn,
    region: profile.region,
    ...dagar!,
    troskel: profile.rojandekontroll.troskel,
    kallsystem: profile.kallsystem,
    kontakt: profile.kontakt,
    oppna_data: profile.oppna_data,
    tillganglighet: profile.tillganglighet,
    enheter: await read(
      `select niva, enhet_id as id, enhet as namn from enhet order by ${position(NIVAER, 'niva')}, enhet_id`,
    ),
    delregioner: profile.delregioner.map(withoutSources),
    karta: profile.karta,
    rutkarta: profile.rutkarta,
    grupper: (await read<{ grupp: Katalog['grupper'][number] }>('from kand_grupp')).map(({ grupp }) => grupp),
    indikatorer: describeIndicators(
      registry.map((indikator) =>
        narrowed(withDays(indikator, profile.aterinskrivning.dagar), profile.rojandekontroll.utan),
      ),
      await read('from katalog_rader'),
      await read('from krav_saknas'),
      sources,
    ),
    senaste_slutliga: latestFinal(await read('from katalog_senaste')),
    sedan: profile.sedan ?? (await first<Pick<Katalog, 'sedan'>>('from katalog_sedan'))?.sedan ?? null,
    storhelger:
      await read(`select storhelg_id::varchar as id, namn, forsta::varchar as forsta, sista::varchar as sista
      from storhelg semi join period on period = storhelg_id and periodtyp = 'helg' order by storhelg_id`),
    filer: publishedReport(report, profile.rojandekontroll.troskel),
    tackning: await read('from katalog_tackning'),
    ...(await coverageFlags(read)),
    tomma_krav: await read('select indikator, krav from krav_tomt order by indikator, krav'),
    avstamning: await first('from katalog_avstamning'),
    aterinskrivning: await first('from katalog_aterinskrivning'),
    skyddade: await read(
      'select niva, celler::integer as celler, skyddade::integer as skyddade, 100.0 * skyddade / nullif(celler, 0) as andel from skyddade',
    ),
    metod: profile.rojandekontroll.metod,
    utan: profile.rojandekontroll.utan,
    ckm: await noiseOf(profile, read),
    utgava: utgava ? await publicationOf(utgava, read) : null,
    skyddade_grupp: await read('from skyddade_grupp'),
    skyddade_period: await read('from skyddade_period'),
    skyddade_indikator: await read('from skyddade_indikator'),
    befolkning: await read('from katalog_befolkning'),
    befolkningsar: await read('from katalog_befolkningsar'),
    aktiviteter:
      await read(`select nr, kommun, start::varchar as start, slut::varchar as slut, rubrik, status, framgangsfaktor
      from aktivitet order by nr`),
    mal: profile.mal.filter(({ exempel }) => head.syntetisk || !exempel),
    betalningsmodeller: modelsOf(profile),
    betalningsmodell: profile.betalningsmodell?.id ?? null,
    belopp_per_dygn: profile.belopp_per_dygn,
    bedomningar: Object.entries(JUDGEMENT_TABLES).map(([id, table]) => {
      const { sql } = judgementQuery(id);
      return { id, laser: sources(table), sql, sql_sha256: sha256(sql) };
    }),
    parametrar: parameters(profile),
  };
}

/** What a series binds in this publication. */
async function publicationOf(
  { previous, revision }: NonNullable<Publication['utgava']>,
  read: Read,
): Promise<Utgava> {
  const [rader] = await read<Pick<Utgava, 'frysta_rader' | 'rattade_rader'>>(`
    select coalesce(sum(frysta), 0)::integer as frysta_rader, coalesce(sum(rattade), 0)::integer as rattade_rader
    from rattelser`);
  return {
    foregaende: previous && {
      sista_datadag: previous.sista_datadag,
      manifest_sha256: previous.manifest_sha256,
    },
    revision,
    ...rader!,
    rattade: await read('select periodtyp, period, andel from rattelser where rattade > 0'),
  };
}

/** The noise and its effect; null where nothing is perturbed. */
async function noiseOf({ rojandekontroll }: Profile, read: Read): Promise<Katalog['ckm']> {
  if (rojandekontroll.metod !== 'ckm') return null;
  const { fro, ...noise } = rojandekontroll.ckm;
  const [shown] = await read<Pick<Brusuppgift, 'spridning' | 'antal'>>('from brus_antal');
  return { ...noise, ...shown!, froprov: seedCheck(fro), verkan: await read('from brus_niva') };
}

type Read = <T extends object>(sql: string) => Promise<T[]>;

async function coverageFlags(
  read: Read,
): Promise<Pick<Katalog, 'tackningsflaggor' | 'dolda_tackningsflaggor'>> {
  const [dolda] = await read<Pick<Katalog, 'dolda_tackningsflaggor'>>(`
    select count(*)::integer - (select count(*) from katalog_tackning_flagga)::integer as dolda_tackningsflaggor
    from tackning_flagga`);
  return { tackningsflaggor: await read<Tackningsflagga>('from katalog_tackning_flagga'), ...dolda! };
}

const withoutSources = ({ medlemmar, ...rest }: Profile['delregioner'][number]) => ({
  ...rest,
  medlemmar: medlemmar.map(({ kommun, fran, till }) => ({ kommun, fran, till })),
});

type StatusCounts = { indikator: string } & Record<Status, number>;
type Missing = { indikator: string; saknar: string[] };

function describeIndicators(
  registry: Indikator[],
  counts: StatusCounts[],
  missing: Missing[],
  sources: (table: string) => string[],
): Katalog['indikatorer'] {
  return registry.map((indikator) => {
    const { indikator: _, ...rader } = counts.find((row) => row.indikator === indikator.id) ?? NO_ROWS;
    return {
      ...indikator,
      sql_sha256: sha256(indikator.sql),
      laser: sources(indikator.id),
      avstangd_saknar: missing.find((row) => row.indikator === indikator.id)?.saknar ?? [],
      rader,
    };
  });
}

const NO_ROWS: StatusCounts = { indikator: '', visas: 0, skyddad: 0, saknas: 0 };

type Final = { regel: Indikator['slutlig']; periodtyp: Indikator['perioder'][number]; period: string };

function latestFinal(rows: Final[]): Katalog['senaste_slutliga'] {
  const latest: Katalog['senaste_slutliga'] = { utskrivning: {}, aterinskrivning: {}, helg: {} };
  for (const { regel, periodtyp, period } of rows) latest[regel][periodtyp] = period;
  return latest;
}

/** The profile's parameters that change a figure or a remark, under the names that the indicators' headers use. */
export const parameters = (profile: Profile): Katalog['parametrar'] => ({
  troskel: profile.rojandekontroll.troskel,
  'aterinskrivning.dagar': profile.aterinskrivning.dagar,
  'aterinskrivning.okand_planering': profile.aterinskrivning.okand_planering,
  'betalningsmodell.individuell_over_dagar': individualLimit(profile),
  samverkansdagar: profile.samverkansdagar.join(', '),
  'semesterperiod.fran_vecka': profile.semesterperiod.fran_vecka,
  'semesterperiod.till_vecka': profile.semesterperiod.till_vecka,
  sista_datadag: profile.sista_datadag,
  max_avvisade_andel: profile.max_avvisade_andel,
  'dubbletter.motsagande': profile.dubbletter.motsagande,
  ...Object.fromEntries(
    Object.entries(profile.granskning).map(([key, value]) => [`granskning.${key}`, value]),
  ),
});
