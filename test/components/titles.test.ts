/** Leads, finding titles and phrases. */
import { describe, expect, it } from 'vitest';
import {
  chartTitle,
  comparisonChart,
  comparisonTable,
  comparisonTitle,
  countPhrase,
  dischargeTitle,
  leadParagraph,
  plainText,
  verdictSentence,
  weekdayTitle,
} from '../../src/components/index.ts';
import { ater, hidden, indicator, medel, months, row, situationOf, verdict } from './rows.ts';

const text = (html: string) => plainText(html).replaceAll('\u00a0', ' ');
const run = { bedomning: 'battre', signal: 'sju_samma_sida', i_rad: 18, sida: -1 } as const;

describe('lead, titles and phrases', () => {
  it('the lead names the unit once and ties its numbers to cells', () => {
    const second = situationOf({
      indikator: ater,
      ...months([12, 13.5], { indikator: ater.id }),
      diagram: verdict({ varde: 13.5, nedre_grans: 6.3, ovre_grans: 18.3 }),
    });
    const lead = leadParagraph([situationOf({ diagram: verdict(run) }), second]);
    expect(text(lead).match(/Eslöv/g)).toHaveLength(1);
    expect(lead).toContain('data-cell="aterinskrivning_30d|kommun|1285|manad|2026-10-01|alla|alla">13,5');
  });

  it('a trend title dates a run from its first month', () => {
    const series = months([1.2, 1.1, 0.9, 0.8, 0.7, 0.8, 0.9, 0.8, 0.557692]);
    const diagram = verdict({ ...run, i_rad: 7 });
    expect(chartTitle(situationOf({ ...series, diagram }))).toBe('Eslöv: kortare väntan sedan april 2026');
    expect(chartTitle(situationOf())).toBe('Eslöv: väntan rör sig inom sin normala variation');
  });

  it('a name with replacement signs or markup stays text', () => {
    const lage = situationOf({ ...months([1, 0.557692], { enhet: '<b>$&Lund' }), diagram: verdict(run) });
    expect(verdictSentence(lage)).toContain('från &lt;b&gt;$&amp;Lund väntar');
  });

  it('a unit is set against the region only where its interval clears it', () => {
    const region = row({ niva: 'region', enhet: 'Skåne', enhet_id: '12', varde: 0.98 });
    const compare = (over: object) =>
      comparisonTitle({ indikator: medel, rader: [row(over)], fokus: '1285', referens: region });
    expect(compare({ nedre: 0.67, ovre: 0.86 })).toBe(
      'Eslöv ligger under Skåne, även med osäkerheten inräknad',
    );
    expect(compare({ nedre: 0.67, ovre: 0.99 })).toBe(
      'Eslöv går inte att skilja från Skåne, med osäkerheten inräknad',
    );
    expect(compare({ nedre: null, ovre: null })).toBe('Eslöv: få fall, går inte att jämföra med Skåne');
    expect(compare(hidden)).toBe('Eslöv: siffran är skyddad');
  });

  it('figures without an interval are set beside each other, and nothing is claimed', () => {
    const indikator = indicator('vantedygn_per_1000', {
      kort: 'Väntedygn per 1 000',
      enhet: 'dygn per 1 000 invånare',
      decimaler: 1,
      rojande: { typ: 'kvot', mangd: 'dygn', visar: { n: 'antal' } },
    });
    const none = { nedre: null, ovre: null };
    const referens = row({ niva: 'region', enhet: 'Skåne', varde: 5.26, ...none });
    const rader = [
      row({ varde: 4.8, ...none }),
      row({ enhet: 'Lund', enhet_id: '1281', varde: 8.9, ...none }),
    ];
    expect(comparisonTitle({ indikator, rader, fokus: '1285', referens })).toBe(
      'Eslöv 4,8 dygn per 1 000 invånare, Skåne 5,3',
    );
    expect(comparisonTitle({ indikator, rader, referens })).toBe(
      'Väntedygn per 1 000: från 4,8 till 8,9, Skåne 5,3',
    );
    expect(comparisonTitle({ indikator, rader: [row(hidden)], fokus: '1285', referens })).toBe(
      'Eslöv: siffran är skyddad, Skåne 5,3',
    );
    expect(comparisonTitle({ indikator, rader: [row(hidden)], referens })).toBe(
      'Väntedygn per 1 000: Skåne 5,3',
    );
    const shown = { indikator, rader, referens, id: 'x', titel: 'x', troskel: 5, caption: 'x' };
    expect(comparisonTable(shown)).not.toContain('95 %');
    expect(comparisonChart(shown)).not.toContain('95 %');
    expect(plainText(countPhrase(row({ taljare: 102, namnare: 275_909 }), { indikator }))).toBe(
      '102 väntedygn',
    );
  });

  it('who differs is named up to three, counted with their kind beyond', () => {
    const region = row({ niva: 'region', enhet: 'Skåne', enhet_id: '12', varde: 1 });
    const units = (count: number, nedre: number) =>
      ['Eslöv', 'Lund', 'Höör', 'Osby']
        .slice(0, count)
        .map((enhet) => row({ enhet, nedre, ovre: nedre + 0.2 }));
    const title = (rader: ReturnType<typeof units>) =>
      comparisonTitle({ indikator: medel, rader, referens: region });
    expect(title([...units(4, 0.5), ...units(4, 1.5)])).toBe('Fyra kommuner ligger under Skåne, fyra över');
    expect(title([...units(2, 0.5), ...units(1, 1.5)])).toBe('Eslöv och Lund ligger under Skåne, Eslöv över');
    expect(title(units(4, 1.5))).toBe('Fyra kommuner ligger över Skåne');
    expect(title(units(1, 0.9))).toBe('Ingen går att skilja från Skåne, med osäkerheten inräknad');
  });

  it('what is hidden or without an interval is not said to be like the region', () => {
    const referens = row({ niva: 'region', enhet: 'Skåne', enhet_id: '12', varde: 1 });
    const title = (rader: ReturnType<typeof row>[]) => comparisonTitle({ indikator: medel, rader, referens });
    const like = row({ nedre: 0.9, ovre: 1.1 });
    expect(title([row(hidden), row({ nedre: null, ovre: null })])).toBe(
      'Går inte att jämföra med Skåne: siffrorna visas inte eller rör få fall',
    );
    expect(title([like, row(hidden)])).toBe(
      'Ingen som visas går att skilja från Skåne, med osäkerheten inräknad',
    );
    expect(title([like, row(hidden), row(hidden)])).toBe(
      'De flesta är skyddade; ingen av de andra går att skilja från Skåne, med osäkerheten inräknad',
    );
  });

  it('no weekday is compared with days that are hidden', () => {
    const day = (kategori: string, over: object = {}) =>
      row({ kategori, varde: 20, nedre: 19, ovre: 21, ...over });
    expect(dischargeTitle([day('1'), day('5', { varde: 40, nedre: 38, ovre: 42 }), day('6', hidden)])).toBe(
      'Utskrivningar efter veckodag: alla dagar kan inte visas',
    );
    expect(dischargeTitle([day('1', hidden), day('5', hidden)])).toBe(
      'Utskrivningar efter veckodag: siffrorna är skyddade',
    );
    const none = { nedre: 0.5, ovre: 2 };
    expect(weekdayTitle([day('1', none), day('2', none)], row({ varde: 1 }))).toBe(
      'Ingen veckodag har säkert längre väntan än genomsnittet',
    );
    expect(weekdayTitle([day('1', none), day('2', hidden)], row({ varde: 1 }))).toBe(
      'Ingen veckodag som visas har säkert längre väntan än genomsnittet',
    );
    expect(weekdayTitle([], row(hidden))).toBe('Väntan efter veckodag: siffrorna är skyddade');
  });

  it('weekdays are named with interval and at least 20 cases only', () => {
    const day = (kategori: string, nedre: number, antal: number) => row({ kategori, nedre, ovre: 2, antal });
    const mean = [day('1', 0.5, 90), day('5', 1.1, 90), day('6', 1.2, 20), day('7', 1.5, 19)];
    expect(weekdayTitle(mean, row({ varde: 1 }))).toBe(
      'Den som blir klar en fredag eller lördag väntar längre än genomsnittet',
    );
    const share = (kategori: string, varde: number) =>
      row({ kategori, varde, nedre: varde - 2, ovre: varde + 2 });
    expect(dischargeTitle([share('1', 20), share('5', 28.1)])).toBe(
      'Flest skrivs ut på fredagar: 28,1 procent',
    );
    expect(dischargeTitle([share('1', 26), share('5', 28.1)])).toBe(
      'Ingen veckodag har säkert flest utskrivningar',
    );
  });

  it('counts in words, one form per kind of figure', () => {
    expect(text(countPhrase(row(), { indikator: medel }))).toBe('29 väntedagar på 52 fall');
    expect(text(countPhrase(row(), { indikator: indicator('medeldagar_skr') }))).toBe(
      '29 väntedagar på 52 fall som väntade',
    );
    expect(text(countPhrase(row(), { indikator: ater }))).toBe('29 av 52 utskrivningar');
    expect(countPhrase(row(hidden), { indikator: medel })).toBe('');
  });
});
