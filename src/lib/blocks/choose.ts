import { choosable } from '../../../data-loaders/publish/choosable.ts';
import type { Grupp, Niva, Periodtyp } from '../../../data-loaders/types.ts';
import { attributes, capitalize, escapeHtml, FEW, formatPeriod, groupName } from '../../components/index.ts';
import type { KatalogIndikator } from '../data.ts';
import type { Page } from '../page.ts';

export type Choices = {
  niva: Niva;
  /** Id of the element whose place the chosen figures take. */
  ersatter: string;
  /** What the page itself shows there. */
  indikator: string;
  period: { typ: Periodtyp; period: string };
  /** The unit that is followed over time; all units of the level at one period where it is left out. */
  enhet?: Page['unit'];
};

/**
 * The form that chooses indicator, group and period, and the place of the answer. Seen only where scripts run; they fetch the
 * published figures first when the reader chooses (src/lib/client/choice.ts).
 */
export function chooseForm(page: Page, { niva, ersatter, indikator, period, enhet }: Choices): string {
  const { katalog } = page;
  const indicators = katalog.indikatorer.filter(
    (candidate) =>
      choosable(candidate) && candidate.avstangd_saknar.length === 0 && periodsOf(candidate, niva).length > 0,
  );
  if (!indicators.some(({ id }) => id === indikator)) return '';
  const id = `urval-${ersatter}`;
  const isThere = (typ: Periodtyp) =>
    indicators.some((candidate) => periodsOf(candidate, niva).includes(typ));
  const periods = enhet
    ? SERIES.filter(isThere).map((typ): [string, string] => [typ, SERIES_NAMES[typ]!])
    : TYPES.filter(isThere).flatMap((typ) =>
        page.data
          .periods(indikator, page.region, typ)
          .toReversed()
          .map((first): [string, string] => [`${typ}-${first}`, capitalize(formatPeriod(typ, first))]),
      );
  const usual = enhet ? period.typ : `${period.typ}-${period.period}`;
  const groups = katalog.grupper
    .filter((grupp) => indicators.some((candidate) => groupsOf(candidate, niva).includes(grupp)))
    .map((grupp): [Grupp, string] => [grupp, groupName(grupp)]);
  return (
    `<form class="verktyg urval ej-utskrift" id="${id}" autocomplete="off" aria-label="Välj andra siffror"${attributes(
      {
        'data-niva': niva,
        'data-ersatter': ersatter,
        'data-enhet': enhet?.id,
        'data-namn': enhet?.namn,
        'data-fa': FEW,
      },
    )}>` +
    select(
      id,
      'indikator',
      'Indikator',
      indicators.map((candidate) => indicatorOption(page, candidate, niva, indikator)).join(''),
    ) +
    select(id, 'grupp', 'Grupp', groups.map((option) => plainOption(option, 'alla')).join('')) +
    select(
      id,
      'period',
      enhet ? 'Visa per' : 'Period',
      periods.map((option) => plainOption(option, usual)).join(''),
    ) +
    `<button type="submit">Visa</button><button type="reset" hidden>Återställ</button></form><div id="${id}-svar"></div>${katalog.ckm ? NOISY : ''}`
  );
}

const NOISY =
  '<p class="forklaring ej-utskrift">Siffror som väljs här har skyddsbrus. Vad det gör på varje nivå står under <a href="/datakvalitet#hur-stort-ar-skyddsbruset">Datakvalitet</a>.</p>';

const TYPES: Periodtyp[] = ['ar', 'halvar', 'kvartal', 'rullande12', 'manad'];
const SERIES: Periodtyp[] = ['manad', 'kvartal', 'halvar', 'ar', 'rullande12'];
const SERIES_NAMES: Partial<Record<Periodtyp, string>> = {
  manad: 'Månad',
  kvartal: 'Kvartal',
  halvar: 'Halvår',
  ar: 'År',
  rullande12: 'Tolv månader',
};

const periodsOf = ({ nivaer, undantag, perioder }: KatalogIndikator, niva: Niva): Periodtyp[] =>
  nivaer.includes(niva) ? (undantag?.[niva]?.perioder ?? perioder) : [];

const groupsOf = ({ undantag, grupper }: KatalogIndikator, niva: Niva): Grupp[] =>
  undantag?.[niva]?.grupper ?? grupper;

function indicatorOption({ katalog }: Page, indikator: KatalogIndikator, niva: Niva, usual: string): string {
  const { id, titel, enhet, decimaler } = indikator;
  const groups = groupsOf(indikator, niva).filter((grupp) => katalog.grupper.includes(grupp));
  return `<option${attributes({ value: id, selected: id === usual, 'data-enhet': enhet, 'data-decimaler': decimaler, 'data-grupper': groups.join(' ') })}>${escapeHtml(titel)}</option>`;
}

const plainOption = ([value, text]: [string, string], usual: string): string =>
  `<option${attributes({ value, selected: value === usual })}>${escapeHtml(text)}</option>`;

const select = (id: string, name: string, label: string, options: string): string =>
  `<span><label for="${id}-${name}">${label}</label> <select id="${id}-${name}" name="${name}">${options}</select></span>`;
