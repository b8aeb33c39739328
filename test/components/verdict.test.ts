/** The ten situations of a verdict, in words. */
import { describe, expect, it } from 'vitest';
import {
  chartTitle,
  keyFigure,
  leadParagraph,
  plainText,
  shortVerdict,
  verdictGlyph,
  verdictSentence,
} from '../../src/components/index.ts';
import { valueText } from '../../src/components/verdict.ts';
import { andel, ater, half, hidden, months, row, situationOf, verdict } from './rows.ts';

const text = (html: string) => plainText(html).replaceAll('\u00a0', ' ');
const run = { bedomning: 'battre', signal: 'sju_samma_sida', i_rad: 18, sida: -1 } as const;

describe('verdicts', () => {
  it('1 better: shorter than before, with number, run and mean', () => {
    const lage = situationOf({ diagram: verdict(run) });
    expect(verdictSentence(lage)).toContain('<strong>kortare än tidigare</strong>');
    expect(text(verdictSentence(lage))).toBe(
      'Utskrivningsklara från Eslöv väntar kortare än tidigare: medeldagarna var 0,56 dagar i oktober 2026 och har legat under medelvärdet 1,00 i 18 månader i rad, vilket är en förändring.',
    );
    expect(text(shortVerdict(lage))).toBe('Förändring, bättre. 18 månader i rad under medelvärdet 1,00.');
    expect(verdictGlyph(lage)).toContain('class="glyf battre"');
  });

  it('2 better, over the limit: value and limit never written alike', () => {
    const lage = situationOf({
      indikator: andel,
      ...months([60, 74.94], { indikator: andel.id }),
      diagram: verdict({
        varde: 74.94,
        medel: 60,
        nedre_grans: 45,
        ovre_grans: 74.91,
        bedomning: 'battre',
        signal: 'utanfor',
      }),
    });
    expect(text(shortVerdict(lage))).toBe('Förändring, bättre. Över den övre gränsen 74,91.');
    expect(text(verdictSentence(lage))).toContain(
      'var 74,94 procent i oktober 2026 och ligger över den övre gränsen 74,91',
    );
  });

  it('3 worse: ten in words, warning colour and a rising glyph', () => {
    const diagram = verdict({
      bedomning: 'samre',
      signal: 'sju_samma_sida',
      i_rad: 10,
      sida: 1,
      medel: 0.96,
      varde: 1.45,
    });
    const lage = situationOf({ ...months([1, 1.45], { enhet: 'Kävlinge' }), diagram });
    expect(text(verdictSentence(lage))).toContain(
      'Kävlinge väntar längre än tidigare: medeldagarna var 1,45',
    );
    expect(text(verdictSentence(lage))).toContain('över medelvärdet 0,96 i tio månader i rad');
    expect(shortVerdict(lage)).toContain('<strong class="samre">Förändring, sämre.</strong>');
  });

  it('4 no change: the range of normal variation', () => {
    const diagram = verdict({ varde: 13.5, medel: 12.3, nedre_grans: 6.3, ovre_grans: 18.3 });
    const lage = situationOf({ indikator: ater, ...months([12, 13.5], { indikator: ater.id }), diagram });
    expect(text(verdictSentence(lage))).toBe(
      'Andelen återinskrivna inom 30 dagar för Eslöv var 13,5 procent i oktober 2026 och rör sig inom sin normala variation (6,3–18,3).',
    );
    expect(text(shortVerdict(lage))).toBe('Normal variation. Inom det normala, 6,3–18,3.');
  });

  it('4b a limit under nought is no limit', () => {
    const lage = situationOf({ diagram: verdict({ nedre_grans: -0.2 }) });
    expect(text(shortVerdict(lage))).toBe('Normal variation. Inom det normala, högst 1,47.');
  });

  it('5 nearly: six in a row is not yet a change', () => {
    const lage = situationOf({ diagram: verdict({ i_rad: 6 }) });
    expect(text(shortVerdict(lage))).toBe(
      'Normal variation. Sex månader i rad under medelvärdet; sju krävs för en förändring.',
    );
  });

  it('6 few cases: 19 are not judged though the chart signals, 20 are', () => {
    const diagram = verdict(run);
    const few = situationOf({ ...months([1, 0.5], { antal: 19, enhet: 'Hörby' }), diagram: { ...diagram } });
    expect(text(verdictSentence(few))).toBe(
      'Hörby hade 19 fall i oktober 2026. Få fall, tolkas med försiktighet; ingen bedömning görs.',
    );
    expect(verdictGlyph(few)).toBe('');
    const enough = situationOf({ ...months([1, 0.5], { antal: 20 }), diagram });
    expect(text(shortVerdict(enough))).toContain('Förändring, bättre.');
  });

  it('7 short series: trial limits', () => {
    const lage = situationOf({ diagram: verdict({ preliminar: true, antal_punkter: 9 }) });
    expect(text(shortVerdict(lage))).toMatch(
      /Nio månader med data\. Gränserna är preliminära tills det finns tolv\.$/,
    );
  });

  it('8 not final: judged on the month before, with the reason', () => {
    const series = months([12, 13.5, 14.2], { indikator: ater.id });
    series.rader[2]!.slutlig = 0;
    const diagram = verdict({
      senaste_period: '2026-09-01',
      varde: 13.5,
      nedre_grans: 6.3,
      ovre_grans: 18.3,
    });
    const lage = situationOf({ indikator: ater, ...series, diagram, sistaDatadag: '2026-10-31' });
    expect(text(verdictSentence(lage))).toContain('13,5 procent i september 2026');
    expect(text(verdictSentence(lage))).toMatch(
      /Oktober är inte slutlig: 30 dagar har inte gått för dem som skrevs ut efter den 1 oktober\.$/,
    );
  });

  it('9 hidden: no number, no earlier verdict, the wider unit named', () => {
    const lage = situationOf({
      ...months([1, 0.7, null]),
      diagram: verdict(run),
      overordnad: {
        href: '/delregion/mellersta',
        rad: row({ niva: 'delregion', enhet_id: 'mellersta', enhet: 'Mellersta Skåne', varde: 0.79 }),
      },
    });
    const sentence = text(verdictSentence(lage));
    expect(sentence).toBe(
      'Siffran för oktober 2026 är skyddad: den bygger på 1–4 fall, eller skulle göra det möjligt att räkna fram en sådan siffra. Se Mellersta Skåne, där fallen ingår: 0,79 dagar.',
    );
    expect(verdictSentence(lage)).toContain('<a href="/delregion/mellersta">Mellersta Skåne</a>');
    expect(text(chartTitle(lage))).toBe('Eslöv: normal variation när väntan senast bedömdes, september 2026');
    expect(chartTitle({ ...lage, punkter: [] })).toBe('Eslöv: siffran för oktober 2026 är skyddad');
    expect(text(shortVerdict(lage))).toBe(
      'Siffran för oktober 2026 är skyddad. Se Mellersta Skåne, där fallen ingår: 0,79 dagar.',
    );
  });

  it('a longer period that is shown comes first, instead of the wider unit', () => {
    const lage = situationOf({
      ...months([1, null]),
      diagram: null,
      langre: half,
      overordnad: { href: '/x', rad: row({ enhet: 'Mellersta Skåne' }) },
    });
    expect(text(verdictSentence(lage))).toMatch(
      /^Utskrivningsklara från Eslöv som skrevs ut under första halvåret 2026 hade i genomsnitt väntat 0,89 dagar \(49 väntedagar på 55 fall\)\. Siffran för oktober 2026 är skyddad\.$/,
    );
    const card = keyFigure({ ...lage, id: 'k', href: '#k' });
    expect(card).toContain('data-cell="medeldagar_alla|kommun|1285|halvar|2026-01-01|alla|alla">0,89<');
    expect(text(card)).toContain('första halvåret 2026: 49 väntedagar på 55 fall');
    const lead = text(leadParagraph([lage, { ...lage, indikator: ater, langre: { ...half, varde: 10.7 } }]));
    expect(lead).toContain(
      '(49 väntedagar på 55 fall). Andelen återinskrivna inom 30 dagar var 10,7 procent under',
    );
  });

  it('a figure that is not counted by month is told for its longest period, and not judged', () => {
    const year = { ...half, periodtyp: 'ar' as const, period: '2025-01-01' };
    const lage = situationOf({ rader: [], punkter: [], diagram: null, langre: year });
    expect(text(verdictSentence(lage))).toMatch(
      /under 2025 hade i genomsnitt väntat 0,89 dagar \(.*\)\. Siffran räknas inte per månad, och ingen bedömning görs\.$/,
    );
    expect(text(verdictSentence({ ...lage, langre: { ...year, ...hidden } }))).toMatch(
      /^Siffran för 2025 är skyddad:/,
    );
  });

  it('limits from few months: the title claims nothing, the lead says so', () => {
    const lage = situationOf({ diagram: verdict({ preliminar: true, antal_punkter: 5 }) });
    expect(chartTitle(lage)).toBe('Eslöv: väntan rör sig inom preliminära gränser');
    expect(text(leadParagraph([lage]))).toContain('Gränserna är preliminära tills det finns tolv.');
  });

  it('10 missing: the column it would take', () => {
    const lage = situationOf({ saknarKolumner: ['sip_kallelse'], diagram: null });
    expect(text(verdictSentence(lage))).toBe('Medeldagar saknas: kolumnen sip_kallelse levererades inte.');
  });

  it('no cases at all in a month is not a hidden month', () => {
    const series = months([1, 1]);
    series.rader[1] = row({ ...hidden, status: 'saknas', taljare: 0, namnare: 0, antal: 0 });
    expect(text(verdictSentence(situationOf({ ...series, diagram: null })))).toBe(
      'Eslöv hade inga fall i oktober 2026.',
    );
  });

  it('takes more decimals only to differ from what the sentence compares with', () => {
    const rader = [row({ varde: 1.002 })];
    const normal = verdict({ varde: 1.002, medel: 1, bedomning: 'normal', signal: null, i_rad: 1 });
    expect(valueText(rader[0]!, situationOf({ rader, diagram: normal }))).toBe('1,00');
    const over = { ...normal, bedomning: 'samre', signal: 'sju_samma_sida', i_rad: 7, sida: 1 } as const;
    expect(valueText(rader[0]!, situationOf({ rader, diagram: over }))).toBe('1,002');
  });
});
