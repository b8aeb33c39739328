/** Verdicts as text: glyph and short verdict of a key figure, full sentence, lead. Numbers carry their cell. */
import { cellAttributes } from './cells.ts';
import { capitalize, formatMonth, formatNumber, numberWord, plural } from './format.ts';
import { escapeHtml } from './html.ts';
import type { Lage, PubliceradRad } from './types.ts';
import {
  against,
  allProtectedText,
  almost,
  cutOffRun,
  direction,
  missingText,
  normalRange,
  notFinal,
  protectedText,
  reason,
  sideWord,
  situation,
  trialLimits,
  valueText,
} from './verdict.ts';
import { denominatorNoun, figurePhrase, unitPhrase, words } from './vocabulary.ts';

/** "29 väntedagar på 52 fall", "39 av 52 fall", each number tied to its cell. HTML; empty where the row is not shown. */
export function countPhrase(rad: PubliceradRad | undefined, { indikator }: Pick<Lage, 'indikator'>): string {
  if (rad?.status !== 'visas' || rad.namnare === null) return '';
  const number = (field: 'taljare' | 'namnare') =>
    `<span${cellAttributes(rad, field)}>${formatNumber(rad[field]!)}</span>`;
  const noun = denominatorNoun(indikator);
  if (rad.taljare === null) return `${number('namnare')} ${noun}`;
  const { typ, mangd } = indikator.rojande;
  if (mangd === 'dygn') return `${number('taljare')} väntedygn`;
  if (typ === 'medel') {
    return `${number('taljare')} ${rad.taljare === 1 ? 'väntedag' : 'väntedagar'} på ${number('namnare')} ${noun}`;
  }
  if (typ === 'kvot') return `${number('taljare')} fall utan väntan mot ${number('namnare')} med`;
  return `${number('taljare')} av ${number('namnare')} ${noun}`;
}

/** Key-figure verdict without glyph: "**Förändring, bättre.** Över den övre gränsen 74,9." HTML. */
export function shortVerdict(lage: Lage): string {
  const { slag, rad } = situation(lage);
  const more = [trialLimits(lage), notFinal(lage, false)].filter(Boolean).join(' ');
  return [shortVerdictOf(slag, rad, lage), slag === 'saknas' ? '' : more].filter(Boolean).join(' ');
}

function shortVerdictOf(slag: string, rad: PubliceradRad | undefined, lage: Lage): string {
  const because = reason(lage);
  switch (slag) {
    case 'saknas':
      return missingText(lage);
    case 'skyddad':
      return protectedText(rad!, lage);
    case 'inga':
      return `Inga ${denominatorNoun(lage.indikator)} i ${formatMonth(rad!.period)}.`;
    case 'fa_fall':
      return '<strong>Få fall</strong>, tolkas med försiktighet; ingen bedömning görs.';
    case 'utan_serie':
      return 'För få månader för en bedömning.';
    case 'normal': {
      const range = normalRange(lage);
      if (almost(lage)) {
        return `<strong>Normal variation.</strong> Sex månader i rad ${sideWord(lage.diagram!)} medelvärdet; sju krävs för en förändring.`;
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

/** One full sentence with unit, number, verdict word in bold and reason (wording 1–9). HTML. */
export function verdictSentence(lage: Lage): string {
  const { slag, rad } = situation(lage);
  const main = sentence(slag, rad, lage, { enhet: true, granser: true });
  const more = slag === 'saknas' ? [] : [trialLimits(lage), notFinal(lage)];
  return [main, ...more].filter(Boolean).join(' ');
}

/** The page's lead, one `<p class="ingress">`: the first series in full, the others without unit and limits, then `mer` (HTML). */
export function leadParagraph(lagen: Lage[], mer = ''): string {
  const found = lagen.map((lage) => ({ lage, ...situation(lage) }));
  const first = found[0];
  if (first?.rad && found.every(({ slag }) => slag === 'skyddad')) {
    return `<p class="ingress">${[allProtectedText(first.rad.enhet, first.lage), mer].filter(Boolean).join(' ')}</p>`;
  }
  const parts = found.map(({ lage, slag, rad }, index) => {
    const name = slag === 'skyddad' && index > 0 ? `${capitalize(words(lage.indikator).amne)}: ` : '';
    const text = sentence(slag, rad, lage, { enhet: index === 0, granser: false });
    const trial = judged(slag) ? trialLimits(lage) : '';
    return `${name}${name ? text.replace(/^S/, 's') : text}${trial ? ` ${trial}` : ''}`;
  });
  return `<p class="ingress">${[...parts, mer].filter(Boolean).join(' ')}</p>`;
}

/** True where the latest month has a verdict. */
const judged = (slag: string): boolean => ['normal', 'battre', 'samre', 'forandring'].includes(slag);

type Wording = { enhet: boolean; granser: boolean };

function sentence(slag: string, rad: PubliceradRad | undefined, lage: Lage, wording: Wording): string {
  switch (slag) {
    case 'saknas':
      return missingText(lage);
    case 'skyddad':
      return protectedText(rad!, lage);
    case 'inga':
      return `${escapeHtml(rad!.enhet)} hade inga ${denominatorNoun(lage.indikator)} i ${formatMonth(rad!.period)}.`;
    case 'fa_fall':
      return `${escapeHtml(rad!.enhet)} hade ${counted(rad!, lage)} i ${formatMonth(rad!.period)}. <strong>Få fall</strong>, tolkas med försiktighet; ingen bedömning görs.`;
    case 'utan_serie':
      return `${subject(rad!, lage, wording)} var ${value(rad!, lage)} i ${formatMonth(rad!.period)}. För få månader kan visas för en bedömning.`;
    case 'normal':
      return normalSentence(rad!, lage, wording);
    default:
      return changeSentence(rad!, lage, wording);
  }
}

function counted(rad: PubliceradRad, lage: Lage): string {
  const noun = denominatorNoun(lage.indikator);
  const count = rad.antal ?? 0;
  const text = noun === 'utskrivningar' ? plural(count, 'utskrivning', noun) : plural(count, noun, noun);
  const [number = '', ...rest] = text.split('\u00a0');
  return `<span${cellAttributes(rad, 'antal')}>${number}</span> ${rest.join(' ')}`;
}

function subject(rad: PubliceradRad, lage: Lage, { enhet }: Wording): string {
  const name = capitalize(words(lage.indikator).amne);
  return enhet ? `${name} ${escapeHtml(figurePhrase(rad.niva, rad.enhet))}` : name;
}

/** The value with its unit word and cell; "dagar" only where the subject does not say it. */
function value(rad: PubliceradRad, lage: Lage): string {
  const { id, enhet } = lage.indikator;
  const unit = enhet === 'kvot' || id.startsWith('medeldagar') ? '' : `\u00a0${enhet}`;
  return `<span${cellAttributes(rad)}>${valueText(rad, lage)}</span>${unit}`;
}

function normalSentence(rad: PubliceradRad, lage: Lage, wording: Wording): string {
  const range = wording.granser ? normalRange(lage) : null;
  const start = `${subject(rad, lage, wording)} var ${value(rad, lage)} i ${formatMonth(rad.period)} och rör sig inom sin <strong>normala variation</strong>`;
  const near = almost(lage)
    ? ` Sex månader i rad ${sideWord(lage.diagram!)} medelvärdet; sju krävs för en förändring.`
    : beforeGap(lage);
  return `${start}${range ? ` (${range})` : ''}.${near}`;
}

/** That the series lay on one side of its mean until the gap before the latest months; empty where it did not. */
function beforeGap(lage: Lage): string {
  const run = cutOffRun(lage);
  if (!run) return '';
  return ` Före luckan i serien låg värdet ${run.ord} medelvärdet ${against(lage.diagram!.medel, lage)} i ${run.antal} månader i rad, ${run.perioder}, vilket är en <strong>förändring</strong>.`;
}

function changeSentence(rad: PubliceradRad, lage: Lage, wording: Wording): string {
  const vocabulary = words(lage.indikator);
  const place = wording.enhet ? escapeHtml(unitPhrase(rad.niva, rad.enhet)) : '';
  const claim = vocabulary.pastaende[direction(lage)].replace('{enhet} ', () => (place ? `${place} ` : ''));
  return `${claim}: ${vocabulary.kort} var ${value(rad, lage)} i ${formatMonth(rad.period)} och ${reasonClause(lage)}, vilket är en <strong>förändring</strong>.`;
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
