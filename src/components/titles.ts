/** Finding titles, computed from published values; a difference is only named where the interval clears it. Plain text. */
import { capitalize, formatMonth, formatNumber, formatPeriod, list, numberWord, weekdays } from './format.ts';
import { lastKnown } from './known.ts';
import { verdictWord } from './sentences.ts';
import { UNJUDGED } from './since.ts';
import type { ComparisonChart, Lage, PubliceradRad } from './types.ts';
import { cutOffRun, direction, FEW, situation } from './verdict.ts';
import { denominatorNoun, hasInterval, words } from './vocabulary.ts';

/** Finding title of a trend: "Eslöv: kortare väntan sedan maj 2025". */
export function chartTitle(lage: Lage): string {
  const { slag, rad } = situation(lage);
  const unit = rad?.enhet ?? lage.rader[0]?.enhet;
  const name = words(lage.indikator).kortamne;
  return unit ? `${unit}: ${finding(slag, rad, lage, name)}` : capitalize(finding(slag, rad, lage, name));
}

function finding(slag: string, rad: PubliceradRad | undefined, lage: Lage, name: string): string {
  switch (slag) {
    case 'saknas':
      return `${name} kan inte räknas på uppgifterna`;
    case 'skyddad':
      return hiddenFinding(rad!, lage, name);
    case 'inga':
      return `inga ${denominatorNoun(lage.indikator)} i ${formatMonth(rad!.period)}`;
    case 'fa_fall':
      return `få fall, ingen bedömning av ${name}`;
    case 'utan_serie':
      return `för få månader för en bedömning av ${name}`;
    case 'normal':
      return normalFinding(lage, name);
    default:
      return `${words(lage.indikator).fynd[direction(lage)]} ${sinceWhen(lage)}`;
  }
}

/** What the chart shows up to the hidden month, where anything there can be judged. */
function hiddenFinding({ periodtyp, period }: PubliceradRad, lage: Lage, name: string): string {
  const run = cutOffRun(lage);
  if (run) return `${words(lage.indikator).fynd[run.riktning]} ${run.perioder}`;
  const known = lastKnown(lage);
  if (!known) return `siffran för ${formatPeriod(periodtyp, period)} är skyddad`;
  return `${verdictWord(known.omdome).toLocaleLowerCase('sv')} när ${name} senast bedömdes, ${formatMonth(known.period)}`;
}

/** Limits from few months carry no claim; a run that a gap has cut off is what is seen. */
function normalFinding(lage: Lage, name: string): string {
  const run = cutOffRun(lage);
  if (run) return `${words(lage.indikator).fynd[run.riktning]} ${run.perioder}`;
  if (lage.diagram?.preliminar) return `${name} rör sig inom preliminära gränser`;
  return `${name} rör sig inom sin normala variation`;
}

/** "sedan maj 2025" for a run, from its first month; the months of the other signals. */
function sinceWhen({ diagram, punkter }: Lage): string {
  const { signal, i_rad, senaste_period } = diagram!;
  const sorted = [...punkter].sort((a, b) => a.period.localeCompare(b.period));
  const runStart = sorted.at(-i_rad);
  if (signal === 'sju_samma_sida' && runStart) return `sedan ${formatMonth(runStart.period)}`;
  if (signal === 'sju_trend') return 'sju månader i rad';
  if (signal === 'tva_av_tre') return 'två av de tre senaste månaderna';
  return `i ${formatMonth(senaste_period)}`;
}

const UNITS: Partial<Record<PubliceradRad['niva'], string>> = {
  kommun: 'kommuner',
  vardgivare: 'vårdgivare',
  delregion: 'delregioner',
};

type Compared = Pick<ComparisonChart, 'indikator' | 'rader' | 'fokus' | 'referens'>;

/** −1 or 1 where the unit's interval lies wholly under or over the reference; 0 where it holds it or there is no interval. */
function clears(rad: PubliceradRad, reference: number): -1 | 0 | 1 {
  if (rad.nedre === null || rad.ovre === null) return 0;
  if (rad.ovre < reference) return -1;
  return rad.nedre > reference ? 1 : 0;
}

/** Unit against region where the interval clears it, else that it cannot be told apart; without fokus, who differs. */
export function comparisonTitle({ indikator, rader, fokus, referens }: Compared): string {
  const reference = referens?.status === 'visas' ? referens.varde : null;
  const name = words(indikator).kortamne;
  if (!referens || reference === null) return `${capitalize(name)} med osäkerhet`;
  const own = rader.find(({ enhet_id }) => enhet_id === fokus);
  if (!hasInterval(indikator)) return plainTitle({ indikator, rader, referens }, own, name);
  if (own) return ownTitle(own, referens.enhet, reference, name);
  const under = rader.filter((rad) => clears(rad, reference) === -1).map(({ enhet }) => enhet);
  const over = rader.filter((rad) => clears(rad, reference) === 1).map(({ enhet }) => enhet);
  if (under.length + over.length === 0) return nobodyTitle(rader, referens.enhet);
  const noun = UNITS[rader[0]!.niva] ?? 'enheter';
  const who = (units: string[]) => (units.length > 3 ? `${numberWord(units.length)} ${noun}` : list(units));
  const rest = (units: string[]) => (units.length > 3 ? numberWord(units.length) : list(units));
  if (under.length === 0) return capitalize(`${who(over)} ligger över ${referens.enhet}`);
  const start = capitalize(`${who(under)} ligger under ${referens.enhet}`);
  return over.length === 0 ? start : `${start}, ${rest(over)} över`;
}

/** Nobody is told apart: what is hidden, or has no interval, acquits nobody. */
function nobodyTitle(rader: PubliceradRad[], reference: string): string {
  const judged = rader.filter(({ nedre }) => nedre !== null).length;
  if (judged === 0) return `Går inte att jämföra med ${reference}: ${UNJUDGED}`;
  const hidden = rader.filter(isHidden).length;
  const who =
    hidden > judged ? 'De flesta är skyddade; ingen av de andra' : hidden > 0 ? 'Ingen som visas' : 'Ingen';
  return `${who} går att skilja från ${reference}, med osäkerheten inräknad`;
}

/** Values without intervals: what they are, and no claim. */
function plainTitle({ indikator, rader, referens }: Compared, own: PubliceradRad | undefined, name: string) {
  const number = (rad: PubliceradRad) => formatNumber(rad.varde!, indikator.decimaler);
  const beside = `${referens!.enhet} ${number(referens!)}`;
  const unit = indikator.enhet === 'kvot' ? '' : ` ${indikator.enhet}`;
  if (own && own.varde !== null) return `${own.enhet} ${number(own)}${unit}, ${beside}`;
  if (own)
    return `${own.enhet}: ${own.status === 'skyddad' ? 'siffran är skyddad' : `${name} saknas`}, ${beside}`;
  const shown = rader.filter(({ varde }) => varde !== null).sort((a, b) => a.varde! - b.varde!);
  const [least, most] = [shown[0], shown.at(-1)];
  if (!least || !most) return capitalize(`${name}: ${beside}`);
  return capitalize(`${name}: från ${number(least)} till ${number(most)}, ${beside}`);
}

function ownTitle(own: PubliceradRad, reference: string, value: number, name: string): string {
  if (own.status === 'skyddad') return `${own.enhet}: siffran är skyddad`;
  if (own.varde === null) return `${own.enhet}: ${name} saknas`;
  if (own.nedre === null) return `${own.enhet}: få fall, går inte att jämföra med ${reference}`;
  const side = clears(own, value);
  if (side === 0) return `${own.enhet} går inte att skilja från ${reference}, med osäkerheten inräknad`;
  return `${own.enhet} ligger ${side < 0 ? 'under' : 'över'} ${reference}, även med osäkerheten inräknad`;
}

/**
 * Finding title of the matrix: weekdays of readiness whose mean wait is over the unit's, interval included.
 * `mean`: medeldagar_veckodag; `overall`: medeldagar_alla of the same unit and period.
 */
export function weekdayTitle(mean: PubliceradRad[], overall: PubliceradRad | undefined): string {
  const value = overall?.status === 'visas' ? overall.varde : null;
  if (value === null)
    return `Väntan efter veckodag${overall?.status === 'skyddad' ? ': siffrorna är skyddade' : ''}`;
  const longer = mean
    .filter((rad) => (rad.antal ?? 0) >= FEW && clears(rad, value) === 1)
    .sort((a, b) => a.kategori.localeCompare(b.kategori))
    .map(({ kategori }) => weekdays[Number(kategori) - 1]!);
  if (longer.length === 0) {
    const shown = mean.some(isHidden) ? ' som visas' : '';
    return `Ingen veckodag${shown} har säkert längre väntan än genomsnittet`;
  }
  const days = longer.length === 1 ? longer[0]! : `${longer.slice(0, -1).join(', ')} eller ${longer.at(-1)}`;
  return `Den som blir klar en ${days} väntar längre än genomsnittet`;
}

const isHidden = ({ status }: PubliceradRad): boolean => status === 'skyddad';

/** The day whose share of discharges lies over all other days', intervals included; undefined where no day stands out or one is hidden. */
export function topDay(ut: PubliceradRad[]): PubliceradRad | undefined {
  const shown = ut.filter(({ varde }) => varde !== null);
  if (shown.length < 2 || ut.some(isHidden)) return undefined;
  return shown.find((rad) =>
    shown.every(
      (other) => other === rad || (rad.nedre !== null && other.ovre !== null && rad.nedre > other.ovre),
    ),
  );
}

/** Finding title of the weekday bars. */
export function dischargeTitle(ut: PubliceradRad[]): string {
  const top = topDay(ut);
  if (ut.length > 0 && ut.every(isHidden)) return 'Utskrivningar efter veckodag: siffrorna är skyddade';
  if (ut.some(isHidden)) return 'Utskrivningar efter veckodag: alla dagar kan inte visas';
  if (!top) return 'Ingen veckodag har säkert flest utskrivningar';
  return `Flest skrivs ut på ${weekdays[Number(top.kategori) - 1]}ar: ${formatNumber(top.varde!, 1)} procent`;
}
