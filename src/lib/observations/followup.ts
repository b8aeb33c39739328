import { indicatorOf, type Page } from '../page.ts';
import type { Found } from './observation.ts';

/** Off for want of a column, or counted on one that is mostly empty. */
function state({ katalog, ...page }: Page, id: string): 'saknas' | 'tom' | null {
  if (indicatorOf({ katalog, ...page }, id).avstangd_saknar.length > 0) return 'saknas';
  return katalog.tomma_krav.some(({ indikator }) => indikator === id) ? 'tom' : null;
}

const STATE = { saknas: 'saknas i utdragen', tom: 'är tom i de flesta raderna' };

/** What the field would want and the extracts do not say. */
export function notFollowedUp(page: Page): Found[] {
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
