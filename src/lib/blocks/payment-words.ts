import type { BetalningRad, Tillstand } from '../../../data-loaders/judgement-types.ts';
import type { Betalningsmodell } from '../../../data-loaders/profile/model.ts';
import {
  escapeHtml,
  FEW,
  formatNumber,
  groupName,
  judgedBounds,
  judgedNumber,
  numberWord,
  stateName,
} from '../../components/index.ts';
import type { Page } from '../page.ts';

const act: Partial<Record<Tillstand, string>> = {
  under: 'inga betalningsdagar',
  betalningsskyldig: 'betalar',
  gar_inte_att_avgora: 'kan ha betalningsdagar',
};

/** The state in a word; the act's model has days, no threshold. */
export const stateWord = ({ typ }: Betalningsmodell, tillstand: Tillstand): string =>
  (typ === 'lus' ? act[tillstand] : undefined) ?? stateName(tillstand);

/** The profile's own model, undefined where it has none. */
export const ownModel = ({ katalog }: Page): Betalningsmodell | undefined =>
  katalog.betalningsmodeller.find(({ id }) => id === katalog.betalningsmodell);

/** A kommun, with the form of care where the model keeps them apart. */
export const rowName = ({ enhet, grupp }: { enhet: string; grupp: BetalningRad['grupp'] }): string =>
  grupp === 'alla' ? enhet : `${enhet}, ${groupName(grupp)}`;

/** The mean that the model judges, marked where few cases are behind it. HTML. */
export function meanText(row: BetalningRad): string {
  if (row.tillstand === 'gar_inte_att_visa') return '<span class="skyddad"><span>skyddad</span></span>';
  const text = judgedNumber('betalning', row, 'medel', { decimals: 2 });
  return row.fall !== null && row.fall > 0 && row.fall < FEW ? `${text}†` : text;
}

/** Days beyond what the model allows, with bounds. HTML. */
export const excessText = (row: BetalningRad): string =>
  judgedBounds('betalning', row, ['overskjutande', 'overskjutande_ovre'], {
    decimals: Number.isInteger(row.overskjutande ?? 0) ? 0 : 1,
  });

/** Kronor of a month that is paid for; why there are none otherwise. HTML. */
export function amountText({ aktiv }: Betalningsmodell, row: BetalningRad): string {
  if (row.tillstand !== 'betalningsskyldig') return '–';
  if (!aktiv) return 'tillämpas inte';
  return judgedBounds('betalning', row, ['belopp', 'belopp_ovre'], { otherwise: 'belopp ej angivet' });
}

/** What a day costs by year, each with its source; years of the data without one are named. HTML. */
export function amounts({ katalog }: Page): string {
  const known = katalog.belopp_per_dygn.map(
    ({ ar, kr, kalla }) => `${ar}: ${formatNumber(kr)} kr (${escapeHtml(kalla ?? 'källa ej angiven')})`,
  );
  return known.length > 0
    ? `Belopp per vårddygn i profilen: ${known.join(', ')}. För andra år är beloppet ej angivet.`
    : 'Profilen anger inget belopp per vårddygn.';
}

/** The model's parameters as sentences. Plain text. */
export function modelSentences(model: Betalningsmodell): string[] {
  if (model.typ === 'lus')
    return [
      'Kommunen betalar för varje fall från tre dagar efter den dag då underrättelsen skickades, fyra om den skickades efter klockan 12, till utskrivningen.',
      'Det gäller fall där inskrivningsmeddelande och underrättelse skickades. Saknas klockslaget i utdraget står en undre och en övre gräns.',
      'Fall utan kallelse till samordnad individuell planering räknas bara i den övre gränsen, om utdraget har kallelser: då betalar kommunen bara om ingen plan behövdes.',
    ];
  const { troskel_dagar, manader_i_rad, betalar_fran, individuell_over_dagar } = model;
  return [
    troskel_dagar === null
      ? 'Tröskeln för månadens medelvärde är inte känd. Månaderna visas utan bedömning.'
      : `Kommunens medelvärde för månaden får vara högst ${formatNumber(troskel_dagar, Number.isInteger(troskel_dagar) ? 0 : 1)} dagar.`,
    model.nolldagar_i_namnaren === false
      ? 'Fall utan väntan räknas inte i medelvärdet.'
      : 'Fall utan väntan räknas med i medelvärdet.',
    individuell_over_dagar === null
      ? ''
      : `Fall som väntar mer än ${individuell_over_dagar} dagar lämnar medelvärdet och debiteras för sig.`,
    model.vardformer_apart ? 'Somatik och psykiatri bedöms var för sig.' : '',
    model.gemensam_analys ? 'En månad över tröskeln leder till gemensam analys.' : '',
    manader_i_rad === null
      ? ''
      : manader_i_rad === 1
        ? `En månad över tröskeln leder till betalning${betalar_fran === 'manaden_efter' ? ' från månaden efter' : ' för månaden'}.`
        : `${numberWord(manader_i_rad).replace(/^./, (c) => c.toLocaleUpperCase('sv'))} månader i rad över tröskeln leder till betalning från ${betalar_fran === 'manaden_efter' ? 'månaden efter, så länge månaden själv är över' : 'den sista av dem'}.`,
    model.manad_utan_fall === 'bryter'
      ? 'En månad utan fall bryter räkningen (eget val).'
      : 'En månad utan fall hoppas över i räkningen (eget val).',
  ].filter(Boolean);
}
