/** A period beside an earlier one: whether the difference is certain, in the words of the report. */
import type { Periodjamforelse } from '../../data-loaders/judgement-types.ts';
import { capitalize, duringPeriod } from './format.ts';
import { escapeHtml } from './html.ts';
import { longerRow } from './instead.ts';
import { judgedNumber } from './judged.ts';
import { noiseAfter } from './noise.ts';
import type { Lage } from './types.ts';

/** The verdicts that tell of a difference. */
export const DIFFERENT: Periodjamforelse['bedomning'][] = ['battre', 'samre', 'forandring'];

// Not "förändring": that word is the control chart's, which goes month by month and can say otherwise.
const WORDS: Record<Periodjamforelse['bedomning'], string> = {
  battre: 'Säker skillnad, bättre',
  samre: 'Säker skillnad, sämre',
  forandring: 'Säker skillnad',
  ingen: 'Ingen säker skillnad',
  utan_intervall: 'Utan intervall: bedöms inte',
  skyddad: 'Skyddad',
  saknas: 'Saknas',
};

/** "Säker skillnad, bättre". Plain text. */
export const differenceWord = (verdict: Periodjamforelse['bedomning']): string => WORDS[verdict];

/** The same within a sentence: "en **säker skillnad, bättre**". HTML. */
export function differenceText(verdict: Periodjamforelse['bedomning']): string {
  const word = WORDS[verdict].toLocaleLowerCase('sv');
  return DIFFERENT.includes(verdict) ? `en <strong class="${verdict}">${word}</strong>` : word;
}

/** "Under första halvåret 2025 var det 1,09 dagar, en **säker skillnad, bättre**. " after a longer period's figure; empty where none is judged. HTML. */
export function earlierText(lage: Lage): string {
  const { jamfort, indikator } = lage;
  if (!jamfort || !longerRow(lage)) return '';
  const { rad, tidigare } = jamfort;
  if (rad.tidigare_varde === null || !(rad.bedomning === 'ingen' || DIFFERENT.includes(rad.bedomning)))
    return '';
  const number = judgedNumber('periodjamforelse', rad, 'tidigare_varde', { decimals: indikator.decimaler });
  const unit = indikator.enhet === 'kvot' ? '' : `\u00a0${escapeHtml(indikator.enhet)}`;
  const when = duringPeriod(rad.periodtyp, rad.tidigare);
  return `${capitalize(when)} var det ${number}${unit}${noiseAfter(tidigare)}, ${differenceText(rad.bedomning)}. `;
}
