import { CKM_DEFAULTS } from '../ckm/parameters.ts';
import { possibleVariances } from '../ckm/ptable.ts';
import { DataError } from '../errors.ts';
import { CANONICAL_COLUMNS } from '../extracts/kinds.ts';
import { cellsAt, readRegistry } from '../registry.ts';
import { narrowed } from './breakdowns.ts';
import { fold } from './fold.ts';
import { swedishKommuner } from './kommuner.ts';
import { meant } from './nearest.ts';
import type { ProfileFile } from './schema.ts';

/** What the schema cannot see: required keys, codes that must exist, and things that must agree. Throws DataError. */
export function checkProfile(profile: ProfileFile, file: string): void {
  const faults = [
    ...missing(profile),
    ...noise(profile),
    ...kommuner(profile),
    ...delregioner(profile),
    ...tiles(profile),
    ...vardgivare(profile),
    ...columns(profile),
    ...goals(profile),
    ...repeated('nummerserier', profile.nummerserier ?? []),
    ...repeated(
      'belopp_per_dygn',
      (profile.belopp_per_dygn ?? []).map(({ ar }) => String(ar)),
    ),
  ];
  if (faults.length === 0) return;
  throw new DataError(`Profilen har fel (${file}).\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

function missing(profile: ProfileFile): string[] {
  const faults: string[] = [];
  if (!profile.namn) faults.push('nyckeln namn saknas');
  if (!profile.region?.kod) faults.push('nyckeln region.kod saknas');
  if (!profile.region?.namn) faults.push('nyckeln region.namn saknas');
  if (!profile.kommuner?.length) faults.push('nyckeln kommuner saknas eller är tom');
  return faults;
}

/** A variance that the noise can have with mean 0, given how far it goes and the smallest number that may stand. */
function noise({ rojandekontroll }: ProfileFile): string[] {
  const { storst, minsta, varians } = { ...CKM_DEFAULTS, ...rojandekontroll?.ckm };
  if (minsta > storst)
    return [`rojandekontroll.ckm: minsta (${minsta}) ska vara högst lika med storst (${storst})`];
  const { over, under } = possibleVariances({ storst, minsta });
  return varians > over && varians < under
    ? []
    : [
        under > over
          ? `rojandekontroll.ckm: varians ska vara mer än ${over} och mindre än ${under} när storst är ${storst} och minsta är ${minsta}`
          : `rojandekontroll.ckm: inget brus går att göra när storst är ${storst} och minsta är ${minsta}; storst behöver vara mer än ${over}`,
      ];
}

function kommuner(profile: ProfileFile): string[] {
  const known = new Set(swedishKommuner().map(({ kod }) => kod));
  const codes = profile.kommuner ?? [];
  return [
    ...codes
      .filter((kod) => !known.has(kod))
      .map((kod) => `kommuner: det finns ingen kommun med koden "${kod}"`),
    ...repeated('kommuner', codes),
  ];
}

/** A profile that builds on another may lack some of the kommuner on its map: their tiles are left out. */
function tiles(profile: ProfileFile): string[] {
  const known = new Set(swedishKommuner().map(({ kod }) => kod));
  const codes = (profile.rutkarta ?? []).flat().filter((kod) => kod !== '');
  return [
    ...codes
      .filter((kod) => !known.has(kod))
      .map((kod) => `rutkarta: det finns ingen kommun med koden "${kod}"`),
    ...repeated('rutkarta', codes),
  ];
}

/** Members must be the profile's kommuner, and no kommun is in two delregioner on the same day. */
function delregioner(profile: ProfileFile): string[] {
  const own = new Set(profile.kommuner ?? []);
  const faults: string[] = [];
  const spans: { kod: string; kommun: string; fran: string; till: string }[] = [];
  for (const entry of profile.delregioner ?? []) {
    for (const item of entry.kommuner) {
      const member = typeof item === 'string' ? { kod: item } : item;
      if (!own.has(member.kod)) {
        faults.push(
          `delregioner: ${entry.kod} har kommunen "${member.kod}" som inte står under kommuner; ` +
            'lägg till den där eller skriv egna delregioner',
        );
      }
      const span = {
        kod: entry.kod,
        kommun: member.kod,
        fran: member.fran ?? entry.fran,
        till: member.till ?? entry.till ?? '9999-12-31',
      };
      if (span.till < span.fran) faults.push(`delregioner: ${entry.kod} slutar gälla innan den börjar`);
      const other = spans.find(
        (seen) => seen.kommun === span.kommun && seen.fran <= span.till && span.fran <= seen.till,
      );
      if (other) {
        faults.push(
          other.kod === span.kod
            ? `delregioner: ${entry.kod} har kommunen "${member.kod}" två gånger samma dag`
            : `delregioner: kommunen "${member.kod}" hör samma dag till både ${other.kod} och ${entry.kod}`,
        );
      }
      spans.push(span);
    }
  }
  return faults;
}

/** One code, one vårdgivare; a name or synonym points at one only. */
function vardgivare(profile: ProfileFile): string[] {
  const owner = new Map<string, string>();
  const faults = repeated(
    'vardgivare',
    (profile.vardgivare ?? []).map(({ kod }) => kod),
  );
  for (const item of profile.vardgivare ?? []) {
    for (const name of [item.kod, item.namn, ...(item.synonymer ?? [])]) {
      const other = owner.get(fold(name));
      if (other !== undefined && other !== item.kod) {
        faults.push(`vardgivare: "${name}" pekar på både ${other} och ${item.kod}`);
      }
      owner.set(fold(name), item.kod);
    }
  }
  return faults;
}

/** Columns that exist, and headings that mean one column only: not the name of another either. */
function columns(profile: ProfileFile): string[] {
  const faults: string[] = [];
  const meaning = new Map(CANONICAL_COLUMNS.map((column) => [fold(column), column]));
  for (const [column, headings] of Object.entries(profile.kolumner ?? {})) {
    if (!CANONICAL_COLUMNS.includes(column)) {
      faults.push(
        `kolumner: "${column}" är ingen kolumn programmet känner till${meant(column, CANONICAL_COLUMNS)}`,
      );
      continue;
    }
    for (const heading of headings) {
      const other = meaning.get(fold(heading));
      if (other !== undefined && other !== column) {
        faults.push(`kolumner: rubriken "${heading}" pekar på både ${other} och ${column}`);
      }
      meaning.set(fold(heading), column);
    }
  }
  return faults;
}

/** Goals on figures there are: an indicator with one value per unit, a level it has, and units of that level. */
function goals(profile: ProfileFile): string[] {
  const goals = profile.mal ?? [];
  if (goals.length === 0) return [];
  const registry = readRegistry()
    .filter(({ kategorier }) => !kategorier)
    .map((indikator) => narrowed(indikator, profile.rojandekontroll?.utan ?? {}));
  const units: Record<string, string[]> = {
    kommun: profile.kommuner ?? [],
    delregion: (profile.delregioner ?? []).map(({ kod }) => kod),
    region: [profile.region?.kod ?? ''],
  };
  return goals.flatMap(({ indikator, niva, enheter, fran, till }, index) => {
    const place = `mal[${index + 1}]`;
    const found = registry.find(({ id }) => id === indikator);
    const ids = registry.map(({ id }) => id);
    if (!found)
      return [`${place}: "${indikator}" är ingen indikator med ett mål att nå${meant(indikator, ids)}`];
    const faults: string[] = [];
    if (cellsAt(found, niva).perioder.length === 0)
      faults.push(`${place}: ${indikator} räknas inte för nivån ${niva}`);
    const known = units[niva];
    for (const code of known && enheter !== 'alla' ? enheter : [])
      if (!known!.includes(code))
        faults.push(`${place}: enheten "${code}" finns inte i profilen${meant(code, known!)}`);
    if (till && till < fran) faults.push(`${place}: målet slutar gälla innan det börjar`);
    return faults;
  });
}

function repeated(key: string, values: string[]): string[] {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return [...new Set(twice)].map((value) => `${key}: "${value}" står två gånger`);
}
