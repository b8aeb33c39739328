import { describe, expect, it } from 'vitest';
import { drawAll } from './draw.ts';

describe('the page on waiting', () => {
  it('shows cases beside days, beds beside days and stays, and who is still in, each number with its address', () => {
    const page = drawAll({}).get('/vantan')!;
    for (const cell of [
      'varaktighet|region|12|ar|2025-01-01|alla|21-',
      'varaktighet_dagar|region|12|ar|2025-01-01|alla|21-',
      'varaktighet|vardgivare|sus|ar|2025-01-01|alla|2-3',
      'vantedygn|delregion|mellersta|ar|2025-01-01|alla|alla',
      'kvar_over_helgen|vardgivare|sus|ar|2025-01-01|alla|alla',
      'utskrivningstimme|region|12|ar|2025-01-01|alla|9',
      'sommarveckor|region|12|ar|2025-01-01|alla|sommar',
      'sommarveckor_samma_dag|delregion|mellersta|ar|2025-01-01|alla|ovrigt',
    ])
      expect(page).toContain(`data-cell="${cell}"`);
    expect(page).toContain('data-cell="vantedygn|region|12|manad|2026-01-01|alla|alla" data-falt="taljare"');
    expect(page).toContain('data-cell="vantedygn|region|12|ar|2025-01-01|alla|alla" data-falt="antal"');
    expect(page).toContain('data-cell="pagaende|region|12|manad|2026-02-01|alla|21-" data-falt="taljare"');
    expect(page).not.toContain('undefined');
    // A table's rolling region is named by its caption: no two may be called the same.
    const captions = [...page.matchAll(/<caption[^>]*>([^<]*)/g)].map(([, caption]) => caption);
    expect(captions.length).toBeGreaterThan(8);
    expect(new Set(captions).size).toBe(captions.length);
  });

  it('says in its titles what the figures show, of the month and the weeks they are of', () => {
    const page = drawAll({}).get('/vantan')!.replaceAll('\u00a0', ' ');
    expect(page).toContain('Skåne: 11,0 vårdplatser om dagen användes för väntan i januari 2026');
    expect(page).toContain('100 utskrivningsklara var kvar på sjukhus den 28 februari 2026');
    expect(page).toMatch(
      /<p class="ingress">[^<]*100 utskrivningsklara var kvar på sjukhus den 28 februari 2026\.<\/p>/,
    );
    expect(page).toContain('Flest skrivs ut mellan klockan 23 och 24: 34,0 procent');
    expect(page).toContain('Sommarveckorna går inte att skilja från resten av året: 11,00 mot 12,00 dagar');
    expect(page).toContain('Fall som skrevs ut i vecka 25–32 och under resten av året, 2025');
  });

  it('claims nothing of what is hidden, missing or switched off', () => {
    const hidden = drawAll({ skyddade: ['12'] }).get('/vantan')!;
    expect(hidden).toContain('<h3 id="figur-varaktighet-titel">Hur länge fallen väntade</h3>');
    expect(hidden).not.toContain('class="ingress"');
    expect(hidden).toContain(`Alla rutor är <strong><a href="/skydd">skyddade</a></strong>`);
    expect(hidden).toContain('Väntan i sommarveckorna och under resten av året');
    expect(hidden).toMatch(/>Utskrivningsklara som var kvar på sjukhus den 28.februari 2026</);
    const off = drawAll({ avstangda: ['vantedygn', 'pagaende', 'varaktighet', 'utskrivningstimme'] });
    expect(
      off.get('/vantan')!.match(/kolumnen <code>utskriven_till<.code> levererades inte/g)!.length,
    ).toBeGreaterThan(4);
    expect(drawAll({ tom: true }).get('/vantan')).toContain('Det finns ingen period att visa.');
  });

  it("says on a kommun's page how many beds its waiting took, or that it is not shown", () => {
    const own = drawAll({}).get('/kommun/1281')!;
    expect(own).toContain(
      'data-cell="vantedygn|kommun|1281|ar|2025-01-01|alla|alla">11,0</span> vårdplatser om dagen',
    );
    const page = drawAll({ skyddade: ['1285'] }).get('/kommun/1285')!;
    expect(page).toContain('användes för väntan under 2025 är <strong>skyddat</strong>');
  });
});

it('shows the same days by discharge and by when they fell, side by side: months for the region, years for a kommun', () => {
  const pages = drawAll({});
  for (const [path, place] of [
    ['/betalning', 'region|12|manad|2026-01-01'],
    ['/kommun/1281', 'kommun|1281|ar|2025-01-01'],
  ] as const)
    for (const id of ['medeldagar_alla', 'vantedygn'])
      expect(pages.get(path)).toContain(`data-cell="${id}|${place}|alla|alla" data-falt="taljare"`);
  expect(drawAll({ skyddade: ['12'] }).get('/betalning')).not.toContain('dagar-tva-satt');
});

it('the pages of a subject open with what their figures show, and with nothing where all is hidden', () => {
  const leads = (settings: object) => {
    const pages = drawAll(settings);
    return ['/vantan', '/veckodagar', '/vardkedjan'].map(
      (path) => /<p class="ingress">(.*?)<\/p>/.exec(pages.get(path)!)?.[1],
    );
  };
  for (const lead of leads({})) expect(lead).toMatch(/^[A-ZÅÄÖ\d].+\.$/);
  expect(leads({ skyddade: ['12'] })).toEqual([undefined, undefined, undefined]);
});
