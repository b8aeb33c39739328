import { FEW, plural } from '../../components/index.ts';
import type { Page } from '../page.ts';
import type { Found } from './observation.ts';

const GOALS = { text: 'Se målen', href: '/mal' };

/** Which goals there are, and what they can tell. */
export function goals(page: Page): Found[] {
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
          vad: `Intervallet för ${year} rymmer målet, eller så bygger medelvärdet på färre än ${FEW} fall.`,
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
