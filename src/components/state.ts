/** The state of an indicator in a sentence, where a row beside it has the indicator, the unit, the number and the period. */

import { earlierText } from './earlier.ts';
import { capitalize } from './format.ts';
import { protectedText } from './protected.ts';
import { claimOf, nearly, TOO_FEW, verdictSentence } from './sentences.ts';
import { longer } from './statement.ts';
import type { Lage } from './types.ts';
import { isJudged, normalRange, notFinal, reason, situation, trialLimits } from './verdict.ts';
import { words } from './vocabulary.ts';

/** "Medeldagarna rör sig inom sin **normala variation** (0,58–1,28)." HTML. */
export function stateSentence(lage: Lage): string {
  const { slag } = situation(lage);
  const said = stateOf(lage);
  if (said === null) return verdictSentence(lage);
  return [said.trim(), isJudged(slag) ? trialLimits(lage) : '', notFinal(lage)].filter(Boolean).join(' ');
}

/** Null where the sentence of other places says no more than is needed. */
function stateOf(lage: Lage): string | null {
  const { slag, rad } = situation(lage);
  switch (slag) {
    case 'saknas':
    case 'inga':
      return null;
    case 'skyddad':
      return earlierText(lage) + protectedText(rad!, lage, '', true);
    case 'fa_fall':
      return `<strong>Få fall</strong>, tolkas med försiktighet; ingen bedömning görs. ${longer(lage, { enhet: false, granser: false })}`;
    case 'utan_serie':
      return rad!.periodtyp === 'manad'
        ? TOO_FEW
        : `${earlierText(lage)}Siffran räknas inte per månad, och ingen bedömning görs.`;
    case 'normal':
      return normal(lage);
    default: {
      const because = reason(lage)!;
      return `${claimOf(rad!, lage, { enhet: true })}: ${because.charAt(0).toLocaleLowerCase('sv')}${because.slice(1)}, vilket är en <strong>förändring</strong>.`;
    }
  }
}

function normal(lage: Lage): string {
  const range = normalRange(lage);
  return `${capitalize(words(lage.indikator).kort)} rör sig inom sin <strong>normala variation</strong>${range ? ` (${range})` : ''}.${nearly(lage)}`;
}
