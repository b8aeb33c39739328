import type { Katalog } from '../catalogue-types.ts';
import { KODER } from './koder.ts';
import { countedRows, spaced } from './text.ts';

const FILES_SHOWN = 5;

/** The report in a few lines, after a build: what was used and refused, what is off, and whether any month stands out. */
export function shortReport(catalogue: Katalog): string {
  const { filer, indikatorer, tomma_krav, tackningsflaggor, dolda_tackningsflaggor } = catalogue;
  const off = indikatorer.filter(({ avstangd_saknar }) => avstangd_saknar.length > 0).length;
  const thin = new Set(tomma_krav.map(({ indikator }) => indikator)).size;
  const flags = tackningsflaggor.length + dolda_tackningsflaggor;
  const refused = filer.filter(({ lasta, anvanda }) => lasta > anvanda);
  const more = [
    ...refused.slice(0, FILES_SHOWN).map(refusedText),
    ...(refused.length > FILES_SHOWN
      ? [`${refused.length - FILES_SHOWN} filer till har avvisade rader.`]
      : []),
    ...(off > 0 ? [`${indicators(off)} räknas inte, för att kolumner saknas.`] : []),
    ...(thin > 0 ? [`${indicators(thin)} vilar på kolumner som är nästan tomma.`] : []),
    ...(flags > 0 ? [`${flags} ${flags === 1 ? 'period' : 'perioder'} sticker ut i antal rader.`] : []),
  ];
  return [
    `${spaced(sum(filer.map(({ anvanda }) => anvanda)))} av ${countedRows(sum(filer.map(({ lasta }) => lasta)))} användes.`,
    ...more.map((line) => `  ${line}`),
    ...(more.length > 0 ? ['  Allt står på sidan Datakvalitet, och med fler siffror i npm run check.'] : []),
  ].join('\n');
}

/** `utskrivningar.csv: 663 rader avvisades, de flesta för att raden är tom.` */
function refusedText({ fil, lasta, anvanda, avvisade }: Katalog['filer'][number]): string {
  const [first, ...others] = Object.entries(avvisade).sort((a, b) => b[1] - a[1]);
  const most = others.length > 0 ? ', de flesta för att' : ' för att';
  return `${fil}: ${countedRows(lasta - anvanda)} avvisades${most} ${KODER[first![0]]?.text ?? first![0]}.`;
}

const indicators = (number: number): string => `${number} ${number === 1 ? 'indikator' : 'indikatorer'}`;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
