/** What a reviewer may have to ask about, told from what the extracts and the profile hold. */
import { KODER } from '../../../data-loaders/report/koder.ts';
import {
  capitalize,
  columnName,
  formatDate,
  formatNumber,
  formatPeriod,
  levelName,
  list,
  plural,
} from '../../components/index.ts';
import { indicatorOf, type Page } from '../page.ts';
import { ownModel } from './payment-words.ts';

/** A finding in plain text: what, why it matters for a reviewer, and where to see it. */
export type Observation = { rubrik: string; vad: string; varfor: string; se: { text: string; href: string } };

/** Every finding, in the order a review takes them: goals, what is not followed up, then the basis. */
export const observations = (page: Page): Observation[] =>
  [...goals(page), ...notFollowedUp(page), ...columns(page), ...basis(page), ...choices(page)].filter(
    (found) => found !== null,
  );

type Found = Observation | null;

const GOALS = { text: 'Se målen', href: '/mal' };
const QUALITY = (anchor: string) => ({ text: 'Se datakvalitet', href: `/datakvalitet#${anchor}` });

function goals(page: Page): Found[] {
  const { mal } = page.katalog;
  const sum = page.data.goalYears().at(-1);
  const year = sum?.period.slice(0, 4);
  if (mal.length === 0)
    return [
      {
        rubrik: 'Inget mål är beslutat',
        vad: 'Profilen har inget mål för någon kommun, delregion eller vårdgivare.',
        varfor:
          'Utan mål kan ingen säga om väntan är för lång, och nämnden kan inte följa upp sitt eget beslut.',
        se: GOALS,
      },
    ];
  return [
    mal.every(({ exempel }) => exempel)
      ? {
          rubrik: 'Målen är exempel',
          vad: 'Inget av målen är beslutat av fullmäktige eller en nämnd.',
          varfor:
            'De visar hur uppföljningen går till. Skriv in de beslutade målen i profilen, med vem som beslutade och när.',
          se: GOALS,
        }
      : null,
    mal.some(({ exempel, beslutad }) => !exempel && beslutad === null)
      ? {
          rubrik: 'Mål utan beslutsdatum',
          vad: 'Minst ett mål saknar uppgift om när det beslutades.',
          varfor: 'Ett mål som inte går att knyta till ett beslut går inte att utkräva.',
          se: GOALS,
        }
      : null,
    sum && sum.kommuner_utan_mal > 0
      ? {
          rubrik: `${plural(sum.kommuner_utan_mal, 'kommun', 'kommuner')} utan mål ${year}`,
          vad: 'Profilen har inget mål som gällde dem hela året.',
          varfor: 'Uppföljning utan mål kan varken bli godkänd eller underkänd.',
          se: { text: 'Se tabellen', href: '/revision#ar-malen-uppnadda' },
        }
      : null,
    sum && sum.gar_inte_att_avgora > 0
      ? {
          rubrik: `${plural(sum.gar_inte_att_avgora, 'mål', 'mål')} går inte att avgöra på ett år`,
          vad: `Intervallet för ${year} rymmer målet.`,
          varfor:
            'Nämnden kan följa målet över flera år eller välja ett mått med fler fall. Ett års utfall avgör det inte.',
          se: { text: 'Se tabellen', href: '/revision#ar-malen-uppnadda' },
        }
      : null,
    mal.some(({ indikator }) => indikator.startsWith('aterinskrivning'))
      ? null
      : {
          rubrik: 'Inget mål gäller återinskrivning',
          vad: 'Alla mål gäller väntan.',
          varfor: 'Den som bara följer väntan ser inte om de som skrevs ut snabbt kommer tillbaka.',
          se: { text: 'Se återinskrivning', href: '/aterinskrivning' },
        },
  ];
}

/** Off for want of a column, or counted on one that is mostly empty. */
function state({ katalog, ...page }: Page, id: string): 'saknas' | 'tom' | null {
  if (indicatorOf({ katalog, ...page }, id).avstangd_saknar.length > 0) return 'saknas';
  return katalog.tomma_krav.some(({ indikator }) => indikator === id) ? 'tom' : null;
}

const STATE = { saknas: 'saknas i utdragen', tom: 'är tom i de flesta raderna' };

function notFollowedUp(page: Page): Found[] {
  const sip = page.katalog.filer.some(({ kolumner }) => kolumner.some(({ namn }) => namn === 'sip_kallelse'));
  const colours = state(page, 'process');
  const ready = state(page, 'ledtider');
  return [
    {
      rubrik: sip ? 'Hållna SIP-möten följs inte upp' : 'Uppgift om SIP saknas',
      vad: sip
        ? 'Utdragen säger när det kallades till SIP, inte om mötet hölls.'
        : 'Kolumnen sip_kallelse levererades inte, så inte ens kallelserna kan följas.',
      varfor:
        'Lagen kräver kallelse inom tre dagar (2017:612, 4 kap. 3 §). Om planeringen blev av syns inte i någon siffra.',
      se: { text: 'Se lagens frister', href: '/vardkedjan#halls-lagens-frister' },
    },
    {
      rubrik: 'Uppföljningssamtal och avvikelser följs inte upp',
      vad: 'Samtal inom 24 eller 72 timmar och avvikelserapporter finns inte i något utdrag.',
      varfor: 'De säger om utskrivningen var trygg. Fråga var de sammanställs.',
      se: { text: 'Se vad som inte följs upp', href: '/metod#vad-foljs-inte-upp' },
    },
    colours === null
      ? null
      : {
          rubrik: 'Processfärgerna är inte analyserade',
          vad: `Kolumnen process ${STATE[colours]}.`,
          varfor:
            'Fördelningen på grön, gul och röd visar hur många som väntas kräva planering. Utan den går snabba och svåra fall inte att skilja åt.',
          se: { text: 'Se processerna', href: '/vardkedjan#gron-gul-och-rod-process' },
        },
    ready === null
      ? null
      : {
          rubrik: 'Kommunklar är inte känt',
          vad: `Kolumnen kommunklar ${STATE[ready]}.`,
          varfor: 'Utan den går det inte att säga om dagarna går före eller efter att kommunen är redo.',
          se: { text: 'Se vårdkedjan', href: '/vardkedjan#var-gar-dagarna-forlorade' },
        },
  ];
}

function columns({ katalog }: Page): Found[] {
  const off = katalog.indikatorer.filter(({ avstangd_saknar }) => avstangd_saknar.length > 0);
  const missing = [...new Set(off.flatMap(({ avstangd_saknar }) => avstangd_saknar.map(columnName)))];
  const empty = [...new Set(katalog.tomma_krav.map(({ krav }) => columnName(krav)))];
  const unknown = katalog.filer.filter(({ okanda_kolumner }) => okanda_kolumner.length > 0);
  return [
    off.length === 0
      ? null
      : {
          rubrik: `${plural(off.length, 'indikator', 'indikatorer')} kan inte räknas`,
          vad: `Kolumner som inte levererades: ${list(missing)}. Avstängt: ${list(off.map(({ kort }) => kort))}.`,
          varfor: 'Det som inte lämnas ut kan inte granskas. Begär kolumnerna i nästa utdrag.',
          se: QUALITY('vad-gar-inte-att-rakna'),
        },
    empty.length === 0
      ? null
      : {
          rubrik: 'Siffror vilar på kolumner som mest är tomma',
          vad: `Mest tomma: ${list(empty)}.`,
          varfor: 'Siffran gäller dem som registrerats, och de kan skilja sig från de andra.',
          se: QUALITY('vad-gar-inte-att-rakna'),
        },
    unknown.length === 0
      ? null
      : {
          rubrik: 'Kolumner som inte används',
          vad: `${list(unknown.map(({ fil, okanda_kolumner }) => `${fil}: ${list(okanda_kolumner)}`))}.`,
          varfor: 'Utdraget innehåller mer än vad som räknas. Är det något som borde följas upp?',
          se: QUALITY('vilka-kolumner-fanns'),
        },
  ];
}

/** Reasons that say which rows contradict each other, and were therefore refused together. */
const CONTRADICTING = 'motsagande_dubblett';

function basis({ katalog }: Page): Found[] {
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
        final[rule][typ] ? [formatPeriod(typ, final[rule][typ]!)] : [],
      ),
    );
  const coverage = katalog.tackningsflaggor.length + katalog.dolda_tackningsflaggor;
  const hidden = katalog.skyddade.filter(({ skyddade }) => skyddade > 0);
  return [
    {
      rubrik: 'Perioder som inte är slutliga',
      vad: `Data går till och med ${sista_datadag ? formatDate(sista_datadag) : 'okänt datum'}. Slutliga till och med: väntan ${periods('utskrivning') || 'ingen period'}; återinskrivning ${periods('aterinskrivning') || 'ingen period'}.`,
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

function choices(page: Page): Found[] {
  const model = ownModel(page);
  const unconfirmed = page.katalog.delregioner.filter(({ bekraftad }) => !bekraftad);
  return [
    {
      rubrik: 'Hemgångsklar och utskrivningsklar förutsätter varandra',
      vad: 'I en granskad riktlinje (EY 2022) är hemgångsklar ett villkor för utskrivningsklar, och tvärtom.',
      varfor:
        'Datumet kan därför betyda olika saker på olika kliniker, och väntan börja räknas vid olika tidpunkt.',
      se: { text: 'Se orden', href: '/metod#ord-som-liknar-varandra' },
    },
    model
      ? model.bekraftad
        ? null
        : {
            rubrik: 'Betalningsmodellen är inte bekräftad',
            vad: `${model.namn} är inte kontrollerad mot ett avtal.`,
            varfor:
              'Dagar och kronor under modellen får inte ligga till grund för krav förrän den är bekräftad.',
            se: { text: 'Se modellen', href: '/betalning' },
          }
      : {
          rubrik: 'Ingen betalningsmodell',
          vad: 'Profilen anger inte hur kommunerna betalar för väntan.',
          varfor: 'Då går det inte att pröva om betalningen följer överenskommelsen.',
          se: { text: 'Se betalning', href: '/betalning' },
        },
    unconfirmed.length === 0
      ? null
      : {
          rubrik: 'Delregionernas kommuner är inte bekräftade',
          vad: `${list(unconfirmed.map(({ namn }) => namn))}.`,
          varfor:
            'Delregionens siffror gäller kommunerna i profilen. Hör en kommun någon annanstans blir de andra.',
          se: { text: 'Se indelningen', href: '/metod#indelning' },
        },
  ];
}
