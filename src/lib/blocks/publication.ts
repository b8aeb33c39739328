/** What a series of publications binds: which one this follows, and where today's extracts would say otherwise. */
import type { Utgava } from '../../../data-loaders/catalogue-types.ts';
import { capitalize, dataTable, formatDate, formatNumber, formatPeriod } from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import type { Page } from '../page.ts';

const ALONE =
  'Den här utgåvan är byggd för sig, utan en tidigare. Pågående perioder visas, och nästa utgåva kan räkna om allt. Den som publicerar varje månad bygger en serie, så att två utgåvor tillsammans inte avslöjar något.';
const FIRST =
  'Den här utgåvan är den första i en serie: den visar bara perioder som är slut, och det den visar står kvar i nästa.';

/** Perturbed figures hide no period, and two of the same cases are the same. */
const NOISY = {
  alone:
    'Den här utgåvan är byggd för sig, utan en tidigare, och nästa utgåva kan räkna om allt. Den som publicerar varje månad bygger en serie, så att slutliga siffror står kvar och bruset är detsamma.',
  first: 'Den här utgåvan är den första i en serie: slutliga siffror i den står kvar i nästa.',
};

/** How this publication came about, in one sentence. */
function origin(utgava: Utgava | null, metod: Page['katalog']['metod']): string {
  if (utgava === null) return metod === 'ckm' ? NOISY.alone : ALONE;
  if (utgava.foregaende === null) return metod === 'ckm' ? NOISY.first : FIRST;
  const former = `utgåvan till och med ${formatDate(utgava.foregaende.sista_datadag)}`;
  return utgava.revision
    ? `Den här utgåvan är årets revision av ${former}: det som visats är omräknat på dagens utdrag.`
    : `Den här utgåvan följer ${former}.`;
}

/** `visa=regel`: how this publication came about alone; else with the figures that stand and those that would differ. */
export const utgava: Block = ({ katalog }, { visa = 'allt' }) => {
  const { utgava } = katalog;
  const first = `<p>${origin(utgava, katalog.metod)}</p>`;
  if (visa === 'regel' || !utgava?.foregaende || utgava.revision) return first;
  const { frysta_rader, rattade_rader } = utgava;
  const rows = `${formatNumber(frysta_rader)} rader står kvar som de först publicerades.`;
  if (rattade_rader === 0) return `${first}<p>${rows} Dagens utdrag ger samma siffror.</p>`;
  return (
    `${first}<p>${rows} Med dagens utdrag hade ${formatNumber(rattade_rader)} av dem blivit andra. De rättas med årets revision. ` +
    'Vilka siffror det är sägs inte: en enda rättelse skulle synas på vilka tabeller den finns i.</p>' +
    differing(utgava, katalog)
  );
};

const differing = ({ rattade }: Utgava, katalog: Page['katalog']): string =>
  dataTable({
    id: 'rattade',
    caption: 'Perioder där dagens utdrag ger andra siffror',
    doldCaption: true,
    radrubrik: 'Period',
    kolumner: [{ rubrik: 'Rader som skiljer', enhet: 'procent' }],
    rader: rattade.map(({ periodtyp, period, andel }) => ({
      rubrik: capitalize(
        formatPeriod(periodtyp, period, katalog.storhelger.find(({ id }) => id === period)?.namn),
      ),
      celler: [{ text: formatNumber(andel), numerisk: true }],
    })),
    troskel: katalog.troskel,
  });
