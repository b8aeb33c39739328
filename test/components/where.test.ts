import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { changedMembers, geoMap, pairTable, type Ruta, tileMap } from '../../src/components/index.ts';
import { hidden, medel, row, situationOf, verdict } from './rows.ts';

const dom = (html: string) => new JSDOM(html).window.document;
const square = (enhet: string, over: Parameters<typeof row>[0] = {}): Ruta => ({
  enhet,
  href: `/kommun/${enhet}`,
  rad: row({ enhet, ...over }),
  lage: situationOf(),
});
const map = (rader: (Ruta | null)[][], placerade = true) =>
  tileMap({ id: 'k', indikator: medel, rader, placerade, troskel: 5 });

describe('a map of squares', () => {
  it('places each by row and column, strongest where the value is greatest', () => {
    const page = dom(
      map([
        [square('Lomma', { varde: 0.5 }), null],
        [null, square('Kävlinge', { varde: 1.5 })],
      ]),
    );
    const squares = [...page.querySelectorAll('li')];
    expect(squares.map(({ className }) => className)).toEqual(['v1', 'tom', 'tom', 'v5']);
    expect(squares[3]!.textContent).toMatch(/^Kävlinge1,50.*52 fall$/);
    expect(page.querySelector('ul')!.className).toBe('rutkarta kol-2');
  });

  it('has no colour and no number where the figure is hidden, and none on few cases', () => {
    const page = dom(
      map([
        [square('Höör', hidden), square('Hörby', { antal: 19, varde: 9 }), square('Lund', { varde: 0.7 })],
      ]),
    );
    const [secret, few, only] = [...page.querySelectorAll('li')];
    expect(secret!.className).toBe('skyddad');
    expect(secret!.textContent).toContain('skyddad');
    expect(secret!.textContent).not.toMatch(/\d/);
    expect(few!.className).toBe('');
    expect(few!.textContent).toContain('9,00†');
    expect(only!.className).toBe(''); // one value alone is neither least nor greatest
    expect(page.body.textContent).toContain('Färre än 20 fall');
  });

  it('breaks a long name between its parts, and no short one', () => {
    const names = [
      'Örkelljunga',
      'Helsingborg',
      'Staffanstorp',
      'Östra Göinge',
      'Kävlinge',
      'Upplands Väsby',
    ];
    const links = [...dom(map([names.map((name) => square(name))])).querySelectorAll('li a')];
    expect(links.map(({ textContent }) => textContent!.replaceAll('\u00ad', '|'))).toEqual([
      'Örkel|ljunga',
      'Helsing|borg',
      'Staffans|torp',
      'Östra Göinge',
      'Kävlinge',
      'Upplands Väsby',
    ]);
  });

  it('says how the squares lie', () => {
    expect(map([[square('Lund')]])).toContain('ungefär som på kartan');
    expect(map([[square('Lund')]], false)).toContain('i bokstavsordning');
  });
});

describe('a map of one’s own', () => {
  const area = (kommun: string, x: number) => ({
    kommun,
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [
          [x, 0],
          [x + 100, 0],
          [x + 100, 100],
          [x, 100],
          [x, 0],
        ] as [number, number][],
      ],
    ],
  });
  const svg = dom(
    geoMap({
      id: 'g',
      titel: 'Väntan <kommun>',
      indikator: medel,
      ytor: [
        { ruta: square('Lund', { varde: 0.5 }), yta: area('1281', 0) },
        { ruta: square('Eslöv', { varde: 1.5 }), yta: area('1285', 100) },
        { ruta: square('Höör', hidden), yta: area('1267', 200) },
      ],
    }),
  ).querySelector('svg')!;

  it('is coloured as the squares are, and a hidden area has the word and no number', () => {
    expect([...svg.querySelectorAll('path')].map((path) => path.getAttribute('class'))).toEqual([
      'yta v1',
      'yta v5',
      'yta dolt',
    ]);
    const texts = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts).toEqual(['Lund', '○ 0,50', 'Eslöv', '○ 1,50', 'Höör', 'skyddad']);
    expect(svg.querySelector('title')!.textContent).toBe('Väntan <kommun>');
  });

  it('fits the areas it shows', () => {
    expect(svg.getAttribute('viewBox')).toBe('0 0 420 140');
    expect(svg.querySelector('path')!.getAttribute('d')).toBe('M6,2L142,2L142,138L6,138Z');
  });
});

describe('kommun × vårdgivare', () => {
  const table = pairTable({
    id: 'p',
    caption: 'Par',
    indikator: medel,
    kolumner: ['SUS', 'KSD', 'PV'],
    rader: [
      { rubrik: 'Lund', celler: [row({ varde: 0.81 }), row(hidden), undefined, row({ varde: 0.9 })] },
      {
        rubrik: 'Höör',
        celler: [row({ varde: 1.62 }), row({ varde: 7, antal: 19, namnare: 19 }), row(hidden), row(hidden)],
      },
    ],
    summa: { rubrik: 'hela Skåne', celler: [row(), row(), row(), row({ varde: 9 })] },
    troskel: 5,
  });
  const body = [...dom(table).querySelectorAll('tbody tr')].map((tr) =>
    [...tr.querySelectorAll('td')].map((td) => [td.className, td.textContent]),
  );

  it('colours the pairs alone, and those with cases enough', () => {
    expect(body[0]).toEqual([
      ['v1', '0,8152'],
      ['skyddad', 'skyddad'],
      ['saknas', '–'],
      ['fet', '0,9052'],
    ]);
    expect(body[1]![0]).toEqual(['v5', '1,6252']);
    expect(body[1]![1]).toEqual(['fa', '7,00†19']);
    expect(body[2]!.map(([klass]) => klass)).toEqual(['fet', 'fet', 'fet', 'fet']);
  });

  it('ties value and count to their cells and explains its signs', () => {
    const cell = dom(table).querySelector('td.v1')!;
    expect([...cell.children].map((part) => part.getAttribute('data-falt'))).toEqual([null, 'namnare']);
    for (const words of ['† Färre än 20', '– inga fall', 'skyddad', 'Starkare färg: längre väntan'])
      expect(dom(table).querySelector('.forklaring')!.textContent).toContain(words);
  });
});

describe('the sentence on the kommuner', () => {
  const lage = (enhet: string, bedomning: 'battre' | 'samre' | 'normal', sida: -1 | 1) =>
    situationOf({
      rader: [row({ enhet })],
      diagram: verdict({ bedomning, sida, signal: bedomning === 'normal' ? null : 'sju_samma_sida' }),
    });

  it('names who has changed, each way', () => {
    expect(
      changedMembers([lage('Eslöv', 'battre', -1), lage('Lund', 'battre', -1), lage('Höör', 'samre', 1)]),
    ).toBe(
      'Bland kommunerna har Eslöv och Lund <strong>kortare väntan</strong> än tidigare och Höör <strong>längre väntan</strong>.',
    );
    expect(changedMembers([lage('Höör', 'samre', 1), lage('Lund', 'normal', 1)])).toBe(
      'Bland kommunerna har Höör <strong>längre väntan</strong> än tidigare.',
    );
  });

  it('claims nothing of those that cannot be judged', () => {
    expect(changedMembers([lage('Lund', 'normal', 1), situationOf({ rader: [row(hidden)] })])).toBe(
      'Ingen kommun vars månad kan bedömas skiljer sig från sin egen normala variation.',
    );
    expect(
      changedMembers([situationOf({ rader: [row(hidden)] }), situationOf({ rader: [row({ antal: 19 })] })]),
    ).toBe('Ingen kommuns senaste månad kan bedömas: siffrorna visas inte eller rör få fall.');
    expect(changedMembers([])).toBe('');
  });
});
