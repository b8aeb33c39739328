import { KODER } from '../../../data-loaders/report/koder.ts';
import {
  capitalize,
  formatDate,
  formatNumber,
  formatPeriod,
  levelName,
  list,
  plural,
} from '../../components/index.ts';
import type { Page } from '../page.ts';
import { type Found, QUALITY } from './observation.ts';

/** Reasons that say which rows contradict each other, and were therefore refused together. */
const CONTRADICTING = 'motsagande_dubblett';

/** What the figures stand on: rows, periods, gaps, what is hidden. */
export function basis({ katalog }: Page): Found[] {
  const { senaste_slutliga: final, sista_datadag, filer } = katalog;
  const refused = filer.flatMap(({ fil, avvisade }) =>
    Object.entries(avvisade)
      .filter(([code]) => code !== CONTRADICTING && code !== 'dubblett')
      .map(([code, count]) => `${KODER[code]?.text ?? code}, ${formatNumber(count)} i ${fil}`),
  );
  const against = filer.flatMap(({ fil, avvisade }) =>
    avvisade[CONTRADICTING] ? [`${formatNumber(avvisade[CONTRADICTING])} i ${fil}`] : [],
  );
  const periods = (rule: 'utskrivning' | 'aterinskrivning') =>
    list(
      (['ar', 'manad'] as const).flatMap((typ) =>
        final[rule][typ]
          ? [`${typ === 'ar' ? 'hela år' : 'månader'} till och med ${formatPeriod(typ, final[rule][typ]!)}`]
          : [],
      ),
    );
  const coverage = katalog.tackningsflaggor.length + katalog.dolda_tackningsflaggor;
  const hidden = katalog.skyddade.filter(({ skyddade }) => skyddade > 0);
  return [
    {
      rubrik: 'Perioder som inte är slutliga',
      vad: `Data går till och med ${formatDate(sista_datadag)}. Slutliga är för väntan ${periods('utskrivning') || 'ingen period'}, och för återinskrivning ${periods('aterinskrivning') || 'ingen period'}.`,
      varfor: 'En period som inte är slut kan ändras. Dra inga slutsatser av siffror i kursiv.',
      se: { text: 'Se reglerna', href: '/metod#slutliga-perioder' },
    },
    refused.length === 0
      ? null
      : {
          rubrik: 'Rader är avvisade',
          vad: `${capitalize(refused.join('; '))}.`,
          varfor:
            'De finns inte i någon siffra. Raderna ligger i karantän hos den som bygger webbplatsen och kan visas för en granskare där.',
          se: QUALITY('vilka-rader-avvisades'),
        },
    against.length === 0
      ? null
      : {
          rubrik: 'Rader säger emot varandra',
          vad: `Flera rader om samma sak säger olika: ${list(against)}. Alla är avvisade.`,
          varfor: 'Programmet väljer inte åt källsystemet. Rättas de kommer fallen med.',
          se: QUALITY('vilka-rader-avvisades'),
        },
    coverage === 0
      ? null
      : {
          rubrik: 'Månader sticker ut i antal',
          vad: `${plural(coverage, 'period har', 'perioder har')} oväntat många eller få rader.`,
          varfor: 'Oftast är ett utdrag inte helt. Då är siffran fel fastän räkningen är rätt.',
          se: QUALITY('saknas-nagon-manad'),
        },
    hidden.length === 0
      ? null
      : {
          rubrik: 'Siffror är skyddade',
          vad: `Andel skyddade celler: ${list(hidden.map(({ niva, andel }) => `${levelName(niva)} ${formatNumber(andel ?? 0, 1)} procent`))}. Tröskeln är ${katalog.troskel} fall.`,
          varfor:
            'Små kommuner ser färre av sina egna siffror. Den som har rätt till dem kan få dem utanför webbplatsen.',
          se: QUALITY('hur-mycket-ar-skyddat'),
        },
  ];
}
