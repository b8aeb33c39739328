import { UsageError } from '../errors.ts';
import { fold } from '../profile/fold.ts';
import { nearest } from '../profile/nearest.ts';
import type { Profile } from '../profile/read.ts';
import { readRegistry } from '../registry.ts';
import type { Grupp, Indikator } from '../types.ts';
import type { Place } from './source.ts';

/** What of a figure can be told before the extracts are read; the rest are words to be looked up among their rows. */
export type Request = {
  indikator: Indikator;
  kommun: string | null;
  delregion: string | null;
  grupp: Grupp;
  /** As given. */
  vardgivare: string | undefined;
  period: string;
  kategori: string | undefined;
};

type Choice = { id: string; names: string[] };

const GROUPS: Grupp[] = ['alla', 'somatik', 'psykiatri', '65plus', '80plus'];

/** The request of a command line. Throws UsageError for what is missing or unknown, with the nearest match. */
export function readRequest(values: Record<string, string | undefined>, profile: Profile): Request {
  const { indikator, period, kommun, delregion, vardgivare } = values;
  if (!indikator)
    throw new UsageError('--indikator saknas: ange en indikators id, till exempel medeldagar_alla.');
  if (!period)
    throw new UsageError('--period saknas: ange till exempel 2024-03, 2024-Q1, 2024-H1 eller 2024.');
  if (!kommun && !delregion && !vardgivare)
    throw new UsageError(
      '--kommun saknas: ange vems fall det gäller, med --kommun, --delregion eller --vardgivare.',
    );
  if (delregion && (kommun || vardgivare))
    throw new UsageError('--delregion går inte att ange tillsammans med --kommun eller --vardgivare.');
  const registry = readRegistry();
  const id = pick('indikator', indikator, registry.map(choice));
  const found = registry.find((one) => one.id === id)!;
  return {
    indikator: found,
    kommun: kommun ? pick('kommun', kommun, profile.kommuner.map(unitChoice)) : null,
    delregion: delregion ? pick('delregion', delregion, profile.delregioner.map(unitChoice)) : null,
    grupp: pick(
      'grupp',
      values.grupp ?? 'alla',
      GROUPS.map((grupp) => ({ id: grupp, names: [grupp] })),
    ) as Grupp,
    vardgivare,
    period,
    kategori: values.kategori,
  };
}

const choice = ({ id, titel, kort }: Indikator): Choice => ({ id, names: [id, titel, kort] });
export const unitChoice = ({ kod, namn }: { kod: string; namn: string }): Choice => ({
  id: kod,
  names: [kod, namn],
});

/** The id of the choice that is called so. Throws UsageError naming the nearest, or all where they are few. */
export function pick(option: string, given: string, choices: Choice[], known?: string): string {
  const wanted = fold(given);
  const found =
    choices.find(({ id }) => id === given) ?? choices.find(({ names }) => names.map(fold).includes(wanted));
  if (found) return found.id;
  const near = nearest(
    given,
    choices.flatMap(({ names }) => names),
    1 / 2,
  );
  const few =
    choices.length > 0 && choices.length <= 20
      ? ` Det finns: ${choices.map(({ id }) => id).join(', ')}.`
      : '';
  throw new UsageError(
    `--${option} "${given}" finns inte${known ? ` ${known}` : ''}${near ? `; menade du ${near}?` : `.${few}`}`,
  );
}

/** The published unit that a kommun, a vårdgivare or both make. */
export function placeOf(kommun: string | null, delregion: string | null, vardgivare: string | null): Place {
  if (delregion) return { niva: 'delregion', enhet_id: delregion };
  if (!kommun) return { niva: 'vardgivare', enhet_id: vardgivare! };
  return vardgivare
    ? { niva: 'kommun_vardgivare', enhet_id: `${kommun}+${vardgivare}` }
    : { niva: 'kommun', enhet_id: kommun };
}
