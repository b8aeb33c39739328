/** What a reviewer may have to ask about, told from what the extracts and the profile hold. */
import type { Page } from '../page.ts';
import { basis } from './basis.ts';
import { choices } from './choices.ts';
import { columns } from './columns.ts';
import { notFollowedUp } from './followup.ts';
import { goals } from './goals.ts';
import type { Observation } from './observation.ts';

export type { Observation };

/** Every finding, in the order a review takes them: goals, what is not followed up, then the basis. */
export const observations = (page: Page): Observation[] =>
  [...goals(page), ...notFollowedUp(page), ...columns(page), ...basis(page), ...choices(page)].filter(
    (found) => found !== null,
  );
