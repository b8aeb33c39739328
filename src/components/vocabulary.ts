/** How each indicator is spoken of. An indicator without an entry is spoken of by its heading. */

import type { Niva } from '../../data-loaders/types.ts';
import type { IndikatorHuvud } from './types.ts';

/** `lagre` and `hogre`: what is said when the value has gone down or up. */
export type Ordforrad = {
  /** Subject of "… var 0,56 i oktober 2026", definite, lower case. */
  amne: string;
  /** The same after a statement that has already said what it is about. */
  kort: string;
  /** Statement with the unit's phrase and the verdict words in `<strong>`. */
  pastaende: { lagre: string; hogre: string };
  /** Noun phrase of a finding title, lower case. */
  fynd: { lagre: string; hogre: string };
  /** The value in a sentence of its own with `{enhet}`, `{period}` and `{varde}`; else it is "amne … var …". */
  utsaga?: string;
  /** Subject of a title that finds nothing: "väntan". */
  kortamne: string;
};

const vantan = {
  pastaende: {
    lagre: 'Utskrivningsklara {enhet} väntar <strong>kortare än tidigare</strong>',
    hogre: 'Utskrivningsklara {enhet} väntar <strong>längre än tidigare</strong>',
  },
  fynd: { lagre: 'kortare väntan', hogre: 'längre väntan' },
  kortamne: 'väntan',
};

const ordforrad: Record<string, Ordforrad> = {
  medeldagar_alla: {
    amne: 'medeldagarna',
    kort: 'medeldagarna',
    utsaga: 'Utskrivningsklara {enhet} som skrevs ut {period} hade i genomsnitt väntat {varde}',
    ...vantan,
  },
  medeldagar_skr: {
    amne: 'medeldagarna enligt SKR',
    kort: 'medeldagarna enligt SKR',
    utsaga: 'De som väntade {enhet} och skrevs ut {period} hade i genomsnitt väntat {varde}',
    pastaende: {
      lagre: 'De som väntar {enhet} väntar <strong>kortare än tidigare</strong>',
      hogre: 'De som väntar {enhet} väntar <strong>längre än tidigare</strong>',
    },
    fynd: { lagre: 'kortare väntan för dem som väntar', hogre: 'längre väntan för dem som väntar' },
    kortamne: 'väntan för dem som väntar',
  },
  vantedygn: {
    amne: 'vårdplatserna för väntan',
    kort: 'vårdplatserna',
    pastaende: {
      lagre: '<strong>Färre vårdplatser än tidigare</strong> används för väntan {enhet}',
      hogre: '<strong>Fler vårdplatser än tidigare</strong> används för väntan {enhet}',
    },
    fynd: { lagre: 'färre vårdplatser för väntan', hogre: 'fler vårdplatser för väntan' },
    kortamne: 'vårdplatser för väntan',
  },
  kvar_over_helgen: {
    amne: 'andelen kvar över helgen',
    kort: 'andelen',
    pastaende: {
      lagre: 'En <strong>mindre andel än tidigare</strong> {enhet} är kvar över helgen',
      hogre: 'En <strong>större andel än tidigare</strong> {enhet} är kvar över helgen',
    },
    fynd: { lagre: 'mindre andel kvar över helgen', hogre: 'större andel kvar över helgen' },
    kortamne: 'andelen kvar över helgen',
  },
  vantedagar_median: { amne: 'medianväntan', kort: 'medianväntan', ...vantan },
  vantedagar_p90: {
    amne: '90:e percentilen av väntedagarna',
    kort: '90:e percentilen',
    pastaende: {
      lagre: 'De längsta väntetiderna {enhet} är <strong>kortare än tidigare</strong>',
      hogre: 'De längsta väntetiderna {enhet} är <strong>längre än tidigare</strong>',
    },
    fynd: { lagre: 'kortare långa väntetider', hogre: 'längre långa väntetider' },
    kortamne: 'de längsta väntetiderna',
  },
  andel_utskrivningsklardagen: {
    amne: 'andelen utskrivna på utskrivningsklardagen',
    kort: 'andelen',
    pastaende: {
      lagre: 'En <strong>mindre andel än tidigare</strong> {enhet} skrivs ut på utskrivningsklardagen',
      hogre: 'En <strong>större andel än tidigare</strong> {enhet} skrivs ut på utskrivningsklardagen',
    },
    fynd: {
      lagre: 'mindre andel utskrivna på utskrivningsklardagen',
      hogre: 'större andel utskrivna på utskrivningsklardagen',
    },
    kortamne: 'andelen utskrivna på utskrivningsklardagen',
  },
  kvot_utskrivningsklardagen: {
    amne: 'kvoten mellan fall utan och med väntan',
    kort: 'kvoten',
    pastaende: {
      lagre:
        '<strong>Färre än tidigare</strong> {enhet} skrivs ut på utskrivningsklardagen för varje fall som väntar',
      hogre:
        '<strong>Fler än tidigare</strong> {enhet} skrivs ut på utskrivningsklardagen för varje fall som väntar',
    },
    fynd: { lagre: 'lägre kvot', hogre: 'högre kvot' },
    kortamne: 'kvoten',
  },
  vantedygn_per_1000: {
    amne: 'väntedygnen per 1 000 invånare 65 år och äldre',
    kort: 'väntedygnen',
    pastaende: {
      lagre: 'Invånarna {enhet} har <strong>färre väntedygn än tidigare</strong>',
      hogre: 'Invånarna {enhet} har <strong>fler väntedygn än tidigare</strong>',
    },
    fynd: { lagre: 'färre väntedygn', hogre: 'fler väntedygn' },
    kortamne: 'väntedygn per 1 000',
  },
  vantedygn_vardplatser: {
    amne: 'andelen av vårdplatserna',
    kort: 'andelen',
    pastaende: {
      lagre: 'En <strong>mindre andel än tidigare</strong> av vårdplatserna {enhet} används för väntan',
      hogre: 'En <strong>större andel än tidigare</strong> av vårdplatserna {enhet} används för väntan',
    },
    fynd: { lagre: 'mindre andel av vårdplatserna', hogre: 'större andel av vårdplatserna' },
    kortamne: 'andel av vårdplatserna',
  },
  vantedygn_standardiserat: {
    amne: 'väntedygnen mot förväntade',
    kort: 'kvoten',
    pastaende: {
      lagre: 'Väntedygnen {enhet} är <strong>lägre mot förväntade än tidigare</strong>',
      hogre: 'Väntedygnen {enhet} är <strong>högre mot förväntade än tidigare</strong>',
    },
    fynd: { lagre: 'lägre kvot mot förväntade', hogre: 'högre kvot mot förväntade' },
    kortamne: 'väntedygn mot förväntade',
  },
};

/** Days within which a return counts, as the profile has it: they stand in the title. */
export function followUpDays({ titel }: Pick<IndikatorHuvud, 'titel'>): number {
  return Number(/inom (\d+) dagar/.exec(titel)?.[1] ?? 30);
}

function readmission(indikator: IndikatorHuvud): Ordforrad {
  const within = `inom ${followUpDays(indikator)} dagar`;
  const any = indikator.id.endsWith('_alla') ? ', planerat eller oplanerat,' : '';
  return {
    amne: `andelen återinskrivna${any} ${within}`,
    kort: 'andelen',
    pastaende: {
      lagre: `En <strong>mindre andel än tidigare</strong> {enhet} skrivs in igen${any} ${within}`,
      hogre: `En <strong>större andel än tidigare</strong> {enhet} skrivs in igen${any} ${within}`,
    },
    fynd: { lagre: 'mindre andel återinskrivna', hogre: 'större andel återinskrivna' },
    kortamne: 'återinskrivningarna',
  };
}

/** Words for an indicator; general ones from its heading where none are written. */
export function words(indikator: IndikatorHuvud): Ordforrad {
  if (indikator.id.startsWith('aterinskrivning_30d')) return readmission(indikator);
  const known = ordforrad[indikator.id];
  if (known) return known;
  const name = indikator.kort.charAt(0).toLocaleLowerCase('sv') + indikator.kort.slice(1);
  return {
    amne: name,
    kort: name,
    pastaende: {
      lagre: 'Värdet {enhet} är <strong>lägre än tidigare</strong>',
      hogre: 'Värdet {enhet} är <strong>högre än tidigare</strong>',
    },
    fynd: { lagre: `lägre ${name}`, hogre: `högre ${name}` },
    kortamne: name,
  };
}

/** `från Eslöv`, `i Skåne`, `på SUS`: where the people are from. */
export function unitPhrase(niva: Niva, enhet: string): string {
  if (niva === 'region') return `i ${enhet}`;
  if (niva === 'vardgivare') return `på ${enhet}`;
  return `från ${enhet}`;
}

/** `för Eslöv`, `i Skåne`, `på SUS`: whose figure it is. */
export function figurePhrase(niva: Niva, enhet: string): string {
  return niva === 'kommun' || niva === 'delregion' ? `för ${enhet}` : unitPhrase(niva, enhet);
}

/** Noun of the denominator, after a number: `fall`, `fall som väntade`, `utskrivningar`. */
export function denominatorNoun(indikator: IndikatorHuvud): string {
  if (['episod', 'episod_klar', 'vardtillfalle'].includes(indikator.rojande.mangd))
    return indikator.rojande.typ === 'fordelning' && indikator.rojande.mangd === 'episod'
      ? 'återinskrivningar'
      : 'utskrivningar';
  return indikator.id === 'medeldagar_skr' ? 'fall som väntade' : 'fall';
}

/** Whether the figure's months have a control chart where enough of them are shown: shares, ratios and means do. */
export function hasChart({ rojande }: IndikatorHuvud): boolean {
  return ['andel', 'kvot', 'medel'].includes(rojande.typ);
}

/** Whether the published figure carries a 95 % interval: shares, distributions and means do. */
export function hasInterval({ rojande }: IndikatorHuvud): boolean {
  return ['andel', 'fordelning', 'medel'].includes(rojande.typ);
}
