import { earlierText } from './earlier.ts';
import { formatMonth, numberWord } from './format.ts';
import { escapeHtml } from './html.ts';
import { longerRow } from './instead.ts';
import { noiseAfter } from './noise.ts';
import { allProtectedText, protectedText } from './protected.ts';
import { counted, longer, statement, value, type Wording } from './statement.ts';
import type { Lage, PubliceradRad } from './types.ts';
import {
  against,
  almost,
  cutOffRun,
  direction,
  isJudged,
  missingText,
  normalRange,
  notFinal,
  reason,
  sideWord,
  situation,
  trialLimits,
} from './verdict.ts';
import { denominatorNoun, unitPhrase, words } from './vocabulary.ts';

/** Key-figure verdict without glyph: "**Förändring, bättre.** Över den övre gränsen 74,9." HTML. */
export function shortVerdict(lage: Lage): string {
  const { slag, rad } = situation(lage);
  const more = [isJudged(slag) ? trialLimits(lage) : '', notFinal(lage, false)].filter(Boolean).join(' ');
  return [shortVerdictOf(slag, rad, lage), slag === 'saknas' ? '' : more].filter(Boolean).join(' ');
}

export const TOO_FEW = 'För få månader kan visas för en bedömning.';

function shortVerdictOf(slag: string, rad: PubliceradRad | undefined, lage: Lage): string {
  const because = reason(lage);
  switch (slag) {
    case 'saknas':
      return missingText(lage);
    case 'skyddad':
      return earlierText(lage) + protectedText(rad!, lage, '', true);
    case 'inga':
      return `Inga ${denominatorNoun(lage.indikator)} i ${formatMonth(rad!.period)}.`;
    case 'fa_fall':
      return '<strong>Få fall</strong>, tolkas med försiktighet; ingen bedömning görs.';
    case 'utan_serie':
      return 'För få månader för en bedömning.';
    case 'normal': {
      const range = normalRange(lage);
      if (almost(lage)) {
        return `<strong>Normal variation.</strong>${nearly(lage)}`;
      }
      const before = cutOffRun(lage);
      const run = before
        ? ` Före luckan i serien: ${before.antal} månader i rad ${before.ord} medelvärdet.`
        : '';
      return `<strong>Normal variation.</strong>${range ? ` Inom det normala, ${range}.` : ''}${run}`;
    }
    default:
      return `<strong class="${slag}">${changeWord(slag)}.</strong>${because ? ` ${because}.` : ''}`;
  }
}

/** `Förändring, bättre`, `Förändring, sämre`, `Förändring`, `Normal variation`. */
export function changeWord(slag: string): string {
  const better: Record<string, string> = { battre: ', bättre', samre: ', sämre', forandring: '' };
  return slag in better ? `Förändring${better[slag]}` : 'Normal variation';
}

/** The verdict in two words, or why there is none. */
export function verdictWord(slag: string): string {
  const other: Record<string, string> = {
    saknas: 'Saknas',
    skyddad: 'Skyddad',
    inga: 'Inga fall',
    fa_fall: 'Få fall',
    utan_serie: 'Ingen bedömning',
  };
  return other[slag] ?? changeWord(slag);
}

/** "senast bedömd augusti 2026: förändring, sämre". Plain text. */
export const lastJudged = ({ period, omdome }: { period: string; omdome: string }): string =>
  `senast bedömd ${formatMonth(period)}: ${verdictWord(omdome).toLocaleLowerCase('sv')}`;

/** One full sentence with unit, number, verdict word in bold and reason (wording 1–9). HTML. */
export function verdictSentence(lage: Lage): string {
  const { slag, rad } = situation(lage);
  const main = sentence(slag, rad, lage, { enhet: true, granser: true });
  const more = slag === 'saknas' ? [] : [isJudged(slag) ? trialLimits(lage) : '', notFinal(lage)];
  return [main, ...more].filter(Boolean).join(' ');
}

/** The page's lead, one `<p class="ingress">`: the first series in full, the others without unit and limits, then `mer` (HTML). */
export function leadParagraph(lagen: Lage[], mer = ''): string {
  const found = lagen.map((lage) => ({ lage, ...situation(lage) }));
  const first = found[0];
  if (first?.rad && found.every(({ slag }) => slag === 'skyddad')) {
    const figures = lagen.map((lage, index) => longer(lage, { enhet: index === 0, granser: false }));
    const lead = figures.join('') + allProtectedText(first.rad.enhet, first.lage);
    return `<p class="ingress">${[lead, mer].filter(Boolean).join(' ')}</p>`;
  }
  const parts = found.map(({ lage, slag, rad }, index) => {
    const said = sentence(slag, rad, lage, { enhet: index === 0, granser: false });
    const again = slag === 'utan_serie' && found.slice(0, index).some((before) => before.slag === slag);
    const text = again ? said.replace(TOO_FEW, 'Inte heller den kan bedömas.') : said;
    const trial = isJudged(slag) ? trialLimits(lage) : '';
    return `${text}${trial ? ` ${trial}` : ''}`;
  });
  return `<p class="ingress">${[...parts, mer].filter(Boolean).join(' ')}</p>`;
}

function sentence(slag: string, rad: PubliceradRad | undefined, lage: Lage, wording: Wording): string {
  switch (slag) {
    case 'saknas':
      return `${missingText(lage)} ${longer(lage, wording)}`.trimEnd();
    case 'skyddad':
      return (
        longer(lage, wording) +
        protectedText(rad!, lage, named(lage, wording) ? words(lage.indikator).amne : '')
      );
    case 'inga':
      return `${escapeHtml(rad!.enhet)} hade inga ${denominatorNoun(lage.indikator)} i ${formatMonth(rad!.period)}. ${longer(lage, wording)}`.trimEnd();
    case 'fa_fall':
      return `${escapeHtml(rad!.enhet)} hade ${counted(rad!, lage)} i ${formatMonth(rad!.period)}. <strong>Få fall</strong>, tolkas med försiktighet; ingen bedömning görs. ${longer(lage, wording)}`.trimEnd();
    case 'utan_serie':
      return rad!.periodtyp === 'manad'
        ? `${statement(rad!, lage, wording)}${noiseAfter(rad)}. ${TOO_FEW}`
        : `${longer(lage, wording)}Siffran räknas inte per månad, och ingen bedömning görs.`;
    case 'normal':
      return normalSentence(rad!, lage, wording);
    default:
      return changeSentence(rad!, lage, wording);
  }
}

/** A hidden figure that no sentence before it has named. */
const named = (lage: Lage, { enhet }: Wording): boolean => !enhet && !longerRow(lage);

function normalSentence(rad: PubliceradRad, lage: Lage, wording: Wording): string {
  const range = wording.granser ? normalRange(lage) : null;
  const within = words(lage.indikator).utsaga
    ? ', vilket är inom den <strong>normala variationen</strong>'
    : ' och rör sig inom sin <strong>normala variation</strong>';
  const start = statement(rad, lage, wording) + noiseAfter(rad) + within;
  return `${start}${range ? ` (${range})` : ''}.${nearly(lage)}`;
}

/** What a normal month is near to: six months in a row, or a run that a gap cut off; empty where nothing. HTML. */
export const nearly = (lage: Lage): string =>
  almost(lage)
    ? ` Sex månader i rad ${sideWord(lage.diagram!)} medelvärdet; sju krävs för en förändring.`
    : beforeGap(lage);

/** That the series lay on one side of its mean until the gap before the latest months; empty where it did not. */
function beforeGap(lage: Lage): string {
  const run = cutOffRun(lage);
  if (!run) return '';
  return ` Före luckan i serien låg värdet ${run.ord} medelvärdet ${against(lage.diagram!.medel, lage)} i ${run.antal} månader i rad, ${run.perioder}, vilket är en <strong>förändring</strong>.`;
}

function changeSentence(rad: PubliceradRad, lage: Lage, wording: Wording): string {
  return `${claimOf(rad, lage, wording)}: ${words(lage.indikator).kort} var ${value(rad, lage)}${noiseAfter(rad)} i ${formatMonth(rad.period)} och ${reasonClause(lage)}, vilket är en <strong>förändring</strong>.`;
}

/** "Utskrivningsklara från Eslöv väntar **kortare än tidigare**". HTML. */
export function claimOf(rad: PubliceradRad, lage: Lage, { enhet }: Pick<Wording, 'enhet'>): string {
  const place = enhet ? `${escapeHtml(unitPhrase(rad.niva, rad.enhet))} ` : '';
  return words(lage.indikator).pastaende[direction(lage)].replace('{enhet} ', () => place);
}

function reasonClause(lage: Lage): string {
  const diagram = lage.diagram!;
  const up = direction(lage) === 'hogre';
  switch (diagram.signal) {
    case 'utanfor':
      return up
        ? `ligger över den övre gränsen ${against(diagram.ovre_grans, lage)}`
        : `ligger under den undre gränsen ${against(diagram.nedre_grans, lage)}`;
    case 'sju_trend':
      return `har ${up ? 'stigit' : 'sjunkit'} sju månader i rad`;
    case 'tva_av_tre':
      return `låg två av de tre senaste månaderna nära den ${up ? 'övre' : 'undre'} gränsen ${against(up ? diagram.ovre_grans : diagram.nedre_grans, lage)}`;
    default:
      return `har legat ${sideWord(diagram)} medelvärdet ${against(diagram.medel, lage)} i ${numberWord(diagram.i_rad)} månader i rad`;
  }
}
