/** The options of a command that builds on the publication before. */
import { UsageError } from '../errors.ts';
import { NO_PREVIOUS, type Series } from '../series/place.ts';
import type { Option, Values } from './options.ts';

export const SERIES_OPTIONS: Record<string, Option> = {
  previous: {
    varde: 'MAPP',
    hjalp: 'den webbplats som publicerades senast: det som visats där står kvar; "ingen" börjar en serie',
  },
  revision: { hjalp: 'årets revision: räkna om publicerade perioder (bara med --previous MAPP)' },
};

/** `--previous` and `--revision`. Throws UsageError for a revision of nothing. */
export function readSeries({ previous, revision }: Values): Series | undefined {
  const mapp = previous === undefined || previous === NO_PREVIOUS ? null : previous;
  if (revision !== undefined && mapp === null)
    throw new UsageError('--revision räknar om det som publicerats: ange också --previous MAPP.');
  return previous === undefined ? undefined : { mapp, revision: revision !== undefined };
}
