import type { Katalog } from '../../../data-loaders/catalogue-types.ts';
import type { JamforelseRad } from '../../../data-loaders/types.ts';
import { dataTable, escapeHtml, formatMonth, formatNumber } from '../../components/index.ts';
import type { Block } from '../markdown.ts';

const unique = (values: string[]): string[] => [...new Set(values)];

/** Units of the same name on different levels are different columns. */
const unitKey = ({ niva, enhet }: JamforelseRad): string => `${niva}|${enhet}`;

/** That the comparison series is real also where our own figures are made up. */
export const jamforelse_om: Block = ({ katalog }) =>
  `<p>Siffrorna här nedanför är publicerade av en annan källa${katalog.syntetisk ? ' och är, till skillnad från resten av sidan, inte påhittade' : ''}. <strong>Regeln bakom dem och vilka utskrivningar de täcker är inte kända.</strong> De blandas aldrig med programmets egna siffror, och en skillnad mot dem betyder inte att något har förändrats.</p>`;

/** The comparison series as its source has it, month by month: never merged with our own figures. */
export const jamforelseserie: Block = (page) => {
  const rows = page.data.comparison();
  if (rows.length === 0)
    return '<p>Utdragen innehåller ingen jämförelseserie. Lägg en fil vars namn börjar med <code>jamforelse</code> bland utdragen för att visa en.</p>';
  return unique(rows.map(({ indikator }) => indikator))
    .map((indikator, nr) => {
      const own = rows.filter((row) => row.indikator === indikator);
      const units = unique(own.map(unitKey)).sort((a, b) => a.localeCompare(b, 'sv'));
      const periods = unique(own.map(({ period }) => period))
        .sort()
        .reverse();
      const find = (unit: string, period: string) =>
        own.find((row) => unitKey(row) === unit && row.period === period);
      return ['varde', 'antal']
        .map((falt) =>
          dataTable({
            id: `jamforelse-${nr + 1}-${falt}`,
            caption:
              CAPTIONS[indikator]?.[falt as 'varde' | 'antal'] ??
              `${indikator}, ${falt === 'varde' ? 'värde' : 'antal'}`,
            radrubrik: 'Månad',
            kolumner: units.map((unit) => ({ rubrik: unit.split('|')[1]! })),
            rader: periods.map((period) => ({
              rubrik: period.length > 4 ? formatMonth(period) : period,
              celler: units.map((unit) => ({
                jamforelse: find(unit, period),
                falt: falt as 'varde' | 'antal',
                decimaler: falt === 'varde' ? 1 : 0,
              })),
            })),
            troskel: page.katalog.troskel,
          }),
        )
        .concat(`<p class="bildtext">Källa: ${sources(own.map(({ kalla }) => kalla))}.</p>`)
        .join('');
    })
    .join('');
};

/** Captions of series whose meaning is known; another series is called by its id. */
const CAPTIONS: Record<string, { varde: string; antal: string }> = {
  aterinlaggning_qlik: {
    varde: 'Andel återinläggningar, procent, som i källan',
    antal: 'Antal vårdtillfällen, som i källan',
  },
};

const sources = (all: string[]): string => escapeHtml(unique(all).join('; '));

/** A count of the catalogue, which is null where disclosure control hides it. */
const count = (value: number | null): string =>
  value === null ? '<strong>skyddad</strong>' : formatNumber(value);

/** What the readmission figures leave out: rows without a patient id, stays of unknown planning, and the source's own list. */
export const aterinskrivning_tackning: Block = ({ katalog }) => {
  const { aterinskrivning, avstamning } = katalog;
  const items = [];
  if (aterinskrivning) items.push(withoutPatient(aterinskrivning.utan_patient_id), unknownPlanning(katalog));
  items.push(
    avstamning
      ? `Avstämning mot källans egen lista över återinskrivningar: i båda ${count(avstamning.overens)}, bara i källan ${count(avstamning.bara_kallan)}, bara i beräkningen ${count(avstamning.bara_beraknade)}.`
      : katalog.filer.some(({ slag }) => slag === 'aterinskrivningar')
        ? 'Återinskrivningar kan inte räknas, så källans egen lista har inget att stämmas av mot.'
        : 'Utdragen har ingen fil <code>aterinskrivningar</code>, så beräkningen kan inte stämmas av mot källans egen lista.',
  );
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
};

function withoutPatient(value: number | null): string {
  if (value === 0) return 'Alla vårdtillfällen har ett patient-id.';
  return `Vårdtillfällen utan patient-id, som är utanför måttet: ${count(value)}.`;
}

function unknownPlanning({ aterinskrivning, parametrar }: Katalog): string {
  const share = aterinskrivning?.okand_planering_andel ?? null;
  if (share === null) return 'Hur stor andel av inskrivningarna som saknar uppgift om planering visas inte.';
  const as = parametrar['aterinskrivning.okand_planering'] === 'oplanerad' ? 'oplanerade' : 'inte oplanerade';
  return `Andel vårdepisoder där det är okänt om inskrivningen var planerad: ${formatNumber(share * 100, 1)} procent. De räknas som ${as}.`;
}
