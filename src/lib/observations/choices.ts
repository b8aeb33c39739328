import { list } from '../../components/index.ts';
import { ownModel } from '../blocks/payment-words.ts';
import type { Page } from '../page.ts';
import type { Found } from './observation.ts';

/** Choices of the profile that no source confirms. */
export function choices(page: Page): Found[] {
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
