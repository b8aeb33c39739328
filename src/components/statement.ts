/** A unit's figure as a statement, each number tied to its cell. */
import { cellAttributes } from './cells.ts';
import { earlierText } from './earlier.ts';
import { capitalize, duringPeriod, formatNumber, plural } from './format.ts';
import { escapeHtml } from './html.ts';
import { longerRow } from './instead.ts';
import { noiseWithin } from './noise.ts';
import type { Lage, PubliceradRad } from './types.ts';
import { FEW, valueText } from './verdict.ts';
import { denominatorNoun, figurePhrase, unitPhrase, words } from './vocabulary.ts';

/** What a sentence says beside the value: the unit's name, the limits. */
export type Wording = { enhet: boolean; granser: boolean };

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

/** "14 fall". HTML. */
export function counted(rad: PubliceradRad, lage: Lage): string {
  const noun = denominatorNoun(lage.indikator);
  const count = rad.antal ?? 0;
  const text = noun === 'utskrivningar' ? plural(count, 'utskrivning', noun) : plural(count, noun, noun);
  const [number = '', ...rest] = text.split('\u00a0');
  return `<span${cellAttributes(rad, 'antal')}>${number}</span> ${rest.join(' ')}`;
}

/** "… 0,89 dagar (49 väntedagar på 55 fall). Under …": the longer period that is shown instead of the month, else empty. HTML. */
export function longer(lage: Lage, wording: Wording): string {
  const rad = longerRow(lage);
  if (!rad) return '';
  const few = (rad.antal ?? 0) < FEW ? ' <strong>Få fall</strong>, tolkas med försiktighet.' : '';
  const basis = [countPhrase(rad, lage), noiseWithin(rad)].filter(Boolean).join('; ');
  return `${statement(rad, lage, wording)} (${basis}).${few} ${earlierText(lage)}`;
}

/** "Utskrivningsklara från Lund som skrevs ut i oktober 2026 hade i genomsnitt väntat 0,56 dagar". HTML. */
export function statement(rad: PubliceradRad, lage: Lage, wording: Wording): string {
  const when = duringPeriod(rad.periodtyp, rad.period);
  const { utsaga } = words(lage.indikator);
  if (!utsaga) return `${subject(rad, lage, wording)} var ${value(rad, lage)} ${when}`;
  const place = wording.enhet ? `${escapeHtml(unitPhrase(rad.niva, rad.enhet))} ` : '';
  return utsaga
    .replace('{enhet} ', () => place)
    .replace('{period}', when)
    .replace('{varde}', () => value(rad, lage));
}

function subject(rad: PubliceradRad, lage: Lage, { enhet }: Wording): string {
  const name = capitalize(words(lage.indikator).amne);
  return enhet ? `${name} ${escapeHtml(figurePhrase(rad.niva, rad.enhet))}` : name;
}

/** The value with its unit word and cell; a ratio has no unit. */
export function value(rad: PubliceradRad, lage: Lage): string {
  const { enhet } = lage.indikator;
  const unit = enhet === 'kvot' ? '' : `\u00a0${enhet}`;
  return `<span${cellAttributes(rad)}>${valueText(rad, lage)}</span>${unit}`;
}
