import { FEW } from '../components/index.ts';

/** How the published files that judge the published cells are made; their titles are FILE_TITLES. */
export const JUDGED: Record<string, string> = {
  betalning:
    'Varje slutlig månad mot varje betalningsmodell: fall, väntedagar och medelvärde som modellen räknar dem, tillståndet, och belopp där kommunen betalar.',
  betalning_ar:
    'Månaderna i ett helt slutligt år tillsammans: hur många som låg över tröskeln, och dagar och kronor som betalas.',
  bro: 'Fem steg från väntedagar per fall som väntat minst en dag till medelvärdet som betalningsmodellen räknar. Stegen är skillnader mellan avrundade värden och summerar exakt.',
  mal: `Det publicerade värdet med sitt 95-procentsintervall mot ett mål i profilen: uppnått om hela intervallet ligger på rätt sida, ej uppnått om hela ligger på fel sida, annars går det inte att avgöra. Ett medelvärde på färre än ${FEW} fall bedöms inte; där det inte finns något intervall av annat skäl avgör värdet.`,
  periodjamforelse:
    'Det senaste slutliga halvåret mot halvåret före och mot samma halvår året före, och det senaste slutliga året mot året före. En ändring är en säker skillnad bara där de två publicerade 95-procentsintervallen inte möts.',
  aktivitet_utfall:
    'De publicerade slutliga månaderna i tolv månader före en aktivitets startmånad och i tolv hela månader efter starten, lagda ihop till ett värde på var sida, och styrdiagrammets första signal i dem (efter starten helst en som inte hade börjat före den). Att något ändrades efter en aktivitet säger inte att den är orsaken.',
  tratt:
    'Enhetens värde för en period mot regionens, med gränser på 95 och 99,8 procent som blir snävare med antalet fall.',
};
