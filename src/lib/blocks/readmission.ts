import { dataTable, escapeHtml, formatMonth, formatNumber } from '../../components/index.ts';
import type { Block } from '../markdown.ts';

const unique = (values: string[]): string[] => [...new Set(values)];

/** The comparison series as its source has it, month by month: never merged with our own figures. */
export const jamforelseserie: Block = (page) => {
  const rows = page.data.comparison();
  if (rows.length === 0)
    return '<p>Utdragen innehåller ingen jämförelseserie. Lägg en fil vars namn börjar med <code>jamforelse</code> bland utdragen för att visa en.</p>';
  return unique(rows.map(({ indikator }) => indikator))
    .map((indikator) => {
      const own = rows.filter((row) => row.indikator === indikator);
      const units = unique(own.map(({ enhet }) => enhet)).sort((a, b) => a.localeCompare(b, 'sv'));
      const periods = unique(own.map(({ period }) => period))
        .sort()
        .reverse();
      const find = (enhet: string, period: string) =>
        own.find((row) => row.enhet === enhet && row.period === period);
      return ['varde', 'antal']
        .map((falt) =>
          dataTable({
            id: `jamforelse-${indikator}-${falt}`,
            caption:
              falt === 'varde' ? 'Andel återinläggningar, procent' : 'Antal utskrivningar bakom andelen',
            radrubrik: 'Månad',
            kolumner: units.map((unit) => ({ rubrik: unit })),
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

const sources = (all: string[]): string => escapeHtml(unique(all).join('; '));

/** What the readmission figures leave out: rows without a patient id, stays of unknown planning, and the source's own list. */
export const aterinskrivning_tackning: Block = ({ katalog }) => {
  const { aterinskrivning, avstamning } = katalog;
  const items = [];
  if (aterinskrivning) {
    const { utan_patient_id, okand_planering_andel } = aterinskrivning;
    items.push(
      `${formatNumber(utan_patient_id)} vårdtillfällen saknar patient-id och är utanför måttet.`,
      okand_planering_andel === null
        ? 'Utdragen anger inte om en inskrivning var planerad eller oplanerad.'
        : `För ${formatNumber(okand_planering_andel * 100, 1)} procent av vårdtillfällena är det okänt om inskrivningen var planerad. De räknas som ${katalog.parametrar['aterinskrivning.okand_planering'] === 'oplanerad' ? 'oplanerade' : 'planerade'}.`,
    );
  }
  items.push(
    avstamning
      ? `Avstämning mot källans egen lista över återinskrivningar: ${formatNumber(avstamning.overens)} finns i båda, ${formatNumber(avstamning.bara_kallan)} bara i källan och ${formatNumber(avstamning.bara_beraknade)} bara i beräkningen.`
      : 'Utdragen har ingen fil <code>aterinskrivningar</code>, så beräkningen kan inte stämmas av mot källans egen lista.',
  );
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
};
