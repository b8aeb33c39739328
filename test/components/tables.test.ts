import { describe, expect, it } from 'vitest';
import { comparisonTable, dataTable, monthTable } from '../../src/components/index.ts';
import { ater, hidden, medel, missing, months, row } from './rows.ts';
import { cells, shown } from './shown.ts';

describe('cells', () => {
  const table = (celler: Parameters<typeof dataTable>[0]['rader'][0]['celler']) =>
    dataTable({
      id: 't',
      caption: 'Fall',
      radrubrik: 'Enhet',
      kolumner: celler.map(() => ({ rubrik: 'x' })),
      rader: [{ rubrik: '<i>Eslöv</i>', celler }],
      troskel: 5,
    });

  it('each says which published figure it shows', () => {
    expect(
      shown(
        table([
          { rad: row(), decimaler: 2 },
          { rad: row(), falt: 'taljare' },
        ]),
      ),
    ).toEqual([
      ['medeldagar_alla|kommun|1285|manad|2026-10-01|alla|alla', null, '0,56'],
      ['medeldagar_alla|kommun|1285|manad|2026-10-01|alla|alla', 'taljare', '29'],
    ]);
  });

  it('hidden, missing and not final have their words, explained only where they occur', () => {
    const html = table([
      { rad: row(hidden) },
      { rad: row(missing) },
      { rad: row({ slutlig: 0 }), decimaler: 2 },
      { rad: row({ ...hidden, slutlig: 0 }) },
      { rad: row({ ...missing, slutlig: 0 }) },
    ]);
    expect(cells(html).map((cell) => [cell.className, cell.textContent])).toEqual([
      ['skyddad', 'skyddad'],
      ['saknas', 'saknas'],
      ['ejslutlig', '0,56'],
      ['skyddad ejslutlig', 'skyddad'],
      ['saknas ejslutlig', 'saknas'],
    ]);
    expect(html).toContain(
      '<span class="skyddsord"><strong><a href="/skydd">skyddad</a></strong>: 1–4 fall, eller ett tal som skulle avslöja så få.</span>',
    );
    expect(html).toContain('<strong>saknas</strong>: inga uppgifter.');
    expect(html).toContain('<em>kursiv</em>: ej slutlig');
    expect(table([{ rad: row() }])).not.toContain('forklaring');
    expect(html).toContain('&lt;i&gt;Eslöv&lt;/i&gt;');
  });

  it('missing says why where the row tells, and explains no more than occurs', () => {
    const none = row({ ...missing, taljare: 0, namnare: 0, antal: 0 });
    const html = table([{ rad: none }, { rad: row({ ...missing, indikator: 'vantedagar_p90' }) }]);
    expect(cells(html).map((cell) => cell.textContent)).toEqual([
      'saknas (inga fall)',
      'saknas (för få fall)',
    ]);
    expect(html).toContain(
      'saknas</strong>: inga fall som siffran räknar, eller för få fall (medianen kräver minst 10 och 90:e percentilen minst 50).',
    );
    expect(table([{ rad: none, falt: 'antal' }])).toContain('>0</td>');
  });

  it('a comparison figure is never a cell of ours', () => {
    const rad = {
      indikator: 'aterinlaggning',
      niva: 'vårdstyrelse',
      enhet: 'KSD',
      periodtyp: 'manad',
      period: '2023-01-01',
      varde: 12.3,
      antal: 8,
      kalla: 'x',
      status: 'visas',
    } as const;
    const html = table([{ jamforelse: rad }, { jamforelse: { ...rad, varde: null, status: 'saknas' } }]);
    expect(cells(html)).toHaveLength(0);
    expect(html).toContain('data-jamforelse="aterinlaggning|vårdstyrelse|KSD|manad|2023-01-01">12,3</td>');
    expect(html).toContain('class="saknas">saknas</td>');
  });
});

describe('ready tables', () => {
  it('can leave out rows and columns without a figure, and names them', () => {
    const shown = months([1, null]).rader;
    const table = (rader: (typeof shown)[number][]) =>
      monthTable({
        id: 'm',
        caption: 'Eslöv per månad',
        troskel: 5,
        korta: true,
        kolumner: [
          { indikator: medel, rader },
          { indikator: ater, rader: rader.map((rad) => ({ ...rad, ...hidden })) },
        ],
      });
    const some = table(shown);
    expect([...some.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)).toEqual([
      'september 2026',
    ]);
    expect(some).toContain('Utan rad, för att ingen siffra kan visas: oktober 2026.');
    expect(some).toContain('Utan kolumn, för att ingen siffra kan visas: Återinskrivna inom 30 dagar.');
    const none = table(months([null, null]).rader);
    expect(none).not.toContain('<table');
    expect(none).toMatch(
      /Eslöv per månad: ingen siffra kan visas\. <span class="skyddsord"><strong>.*skyddad.*<\/strong>: /,
    );
  });

  it('other periods than months by their names', () => {
    const rader = [row({ periodtyp: 'halvar', period: '2026-01-01' })];
    const html = monthTable({ id: 'm', caption: 'x', troskel: 5, kolumner: [{ indikator: medel, rader }] });
    expect(html).toContain('<th scope="row">första halvåret 2026</th>');
  });

  it('months newest first, one column per indicator and field', () => {
    const { rader } = months([1.2, null, 0.557692]);
    const html = monthTable({
      id: 't',
      caption: 'Alla',
      troskel: 5,
      antal: 2,
      kolumner: [
        { indikator: medel, rader },
        { indikator: medel, rader, falt: 'namnare', rubrik: 'Fall' },
      ],
    });
    expect(shown(html).map(([, field, text]) => [field, text])).toEqual([
      [null, '0,56'],
      ['namnare', '52'],
      [null, 'skyddad'],
      ['namnare', 'skyddad'],
    ]);
    expect(html).toContain('<th scope="row">oktober 2026</th>');
  });

  it('comparison: both ends of the interval are cells; no interval is a dash', () => {
    const html = comparisonTable({
      id: 't',
      caption: 'x',
      troskel: 5,
      indikator: medel,
      rader: [row(), row({ enhet_id: '2', varde: 9, nedre: null, ovre: null })],
      referens: row({ enhet: 'Skåne', niva: 'region' }),
    });
    expect(
      shown(html)
        .filter(([, field]) => field === 'nedre' || field === 'ovre')
        .map(([, , text]) => text),
    ).toEqual(['0,40', '0,70', '0,40', '0,70']);
    expect(html).toContain('<td>–</td>');
    expect(html.indexOf('Skåne')).toBeGreaterThan(html.lastIndexOf('Eslöv'));
  });
});
