import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { wordDocument } from '../../data-loaders/word/document.ts';
import { mainOf } from '../../data-loaders/word/dom.ts';
import { dataTable, figure, legsChart, type PubliceradRad } from '../../src/components/index.ts';
import { openWord } from './open.ts';

const row = (kategori: string, varde: number | null): PubliceradRad => ({
  ...{
    indikator: 'ledtider',
    niva: 'kommun',
    enhet_id: '1281',
    enhet: 'Lund',
    periodtyp: 'ar',
    period: '2025-01-01',
  },
  ...{
    grupp: 'alla',
    kategori,
    taljare: varde,
    namnare: varde,
    antal: varde,
    varde,
    nedre: null,
    ovre: null,
  },
  ...{ status: varde === null ? 'skyddad' : 'visas', slutlig: 1 },
});
const [first, rest, hidden] = [row('kommunens_ben', 7.25), row('rest', 3.5), row('annat', null)];

const chart = legsChart({
  id: 'ben',
  titel: 'Dagar i Lund & <Eslöv>',
  rader: [{ enhet: 'Lund', fokus: true, ben: first, rest }],
});
const table = dataTable({
  id: 'tabell',
  caption: 'Väntan per enhet',
  radrubrik: 'Enhet',
  kolumner: [
    { rubrik: 'Stapel', text: true },
    { rubrik: 'Dagar', enhet: 'per fall' },
  ],
  rader: [
    { rubrik: 'Lund', celler: [{ html: '<svg></svg>' }, { rad: first, decimaler: 2 }] },
    { rubrik: 'Höör', celler: [{ html: '<svg></svg>' }, { rad: hidden }] },
  ],
  troskel: 5,
});
const page = `<!doctype html><title>x</title><nav>Meny</nav><main><h1 id="a">Rapport för <em>Lund</em></h1>
<p class="ingress">Väntan var <strong>kortare</strong>
än förut.</p><nav class="pa-sidan">På sidan</nav><h2>Dagar</h2>${figure({ id: 'f', titel: 'Fynd', undertitel: 'Mätt', innehall: chart + table, bildtext: 'Källa: fil.csv. <a href="#x">Tabell</a>, <a href="#y">räknad</a>.' })}
<ul><li>ett</li></ul><dl><dt>Nolldag</dt><dd>Ett fall med 0 väntedagar. <a href="#z">Mer</a></dd></dl><button>Skriv ut</button><table class="fyll"><thead><tr><th>Vad</th><th>Vem</th></tr></thead>
<tbody><tr><td></td><td></td></tr><tr><td colspan="2">båda</td></tr></tbody></table></main>`;
const facts = { syntetisk: true, sista_datadag: '2026-10-31' };

describe('a page as a Word file', async () => {
  const bytes = await wordDocument(mainOf(parse(page)), facts);
  const word = await openWord(bytes);

  it('has the headings and the text in order, without what only a screen needs', () => {
    expect(word.headings).toEqual(['Rapport för Lund', 'Dagar', 'Fynd']);
    const texts = word.parts.flatMap((part) => ('text' in part ? [part.text] : []));
    expect(texts).toContain('Väntan var kortare än förut.');
    expect(texts).toContain('Källa: fil.csv.');
    expect(texts).toContain('Väntan per enhet');
    expect(texts).toContain('Nolldag\nEtt fall med 0 väntedagar.');
    expect(texts.join()).not.toMatch(/Meny|På sidan|Skriv ut|Tabell/);
  });

  it('has real tables: head rows repeated, hidden figures in words, empty cells to fill in', () => {
    expect(word.tables[0]).toEqual({
      rows: [
        ['Enhet', 'Dagar\nper fall'],
        ['Lund', '7,25'],
        ['Höör', 'skyddad'],
      ],
      repeated: 1,
    });
    expect(word.tables[1]!.rows).toEqual([['Vad', 'Vem'], ['', ''], ['båda']]);
  });

  it('has the chart as one picture with its text', () => {
    expect(word.pictures).toEqual(['Dagar i Lund & <Eslöv> Samma tal står i tabellen intill.']);
  });

  it('has room for the whole picture, on the sheet of its title', () => {
    const xml = word.files.get('word/document.xml')!;
    const paragraph = xml.slice(
      xml.lastIndexOf('<w:p>', xml.indexOf('<w:drawing')),
      xml.indexOf('<w:drawing'),
    );
    expect(paragraph).toContain('w:lineRule="auto"');
    expect(word.files.get('word/styles.xml')).toContain('w:line="276" w:lineRule="auto"');
    const subtitle = xml.slice(0, xml.indexOf('tt</w:t>', xml.indexOf('>Fynd<')));
    expect(subtitle.slice(subtitle.lastIndexOf('<w:p>'))).toContain('<w:keepNext/>');
  });

  it('breaks no word of a table with many columns, and sets words to the left', async () => {
    const many = (cells: string[], tag: string) =>
      `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
    const wide = [
      many(
        ['Kommun', ...Array.from({ length: 5 }, () => 'Medeldagar, alla fall som avslutats'), 'Bedömning'],
        'th',
      ),
      many(['Hässleholm', ...Array.from({ length: 5 }, () => '0,81'), 'Normal variation'], 'td'),
      many(['Lund', ...Array.from({ length: 5 }, () => '0,81'), 'skyddad'], 'td'),
    ];
    const html = `<main><h1>x</h1><table><thead>${wide[0]}</thead><tbody>${wide.slice(1).join('')}</tbody></table></main>`;
    const xml = (await openWord(await wordDocument(mainOf(parse(html)), facts))).files.get(
      'word/document.xml',
    )!;
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    // 9 points Arial: half an em a sign, and the margins of the cell.
    const room = (word: string) => word.length * 90 + 140;
    expect(widths[0]).toBeGreaterThan(room('Hässleholm'));
    expect(widths.at(-1)).toBeGreaterThan(room('Bedömning'));
    expect(Math.max(...widths.slice(1, 6))).toBeLessThan(room('Medeldagar, alla'));
    expect(widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(9638);
    const sides = [...xml.matchAll(/<w:jc w:val="(\w+)"/g)].map(([, side]) => side);
    const row = ['left', ...Array.from({ length: 5 }, () => 'right'), 'left'];
    expect(sides).toEqual([...row, ...row, ...row]);
  });

  it('says on every sheet that the figures are made up, how far they go and which page it is', async () => {
    expect(word.header).toContain('Syntetiska uppgifter');
    expect(word.footer).toBe('Rapport för Lund. Data till och med 31\u00a0oktober 2026. Sida  av ');
    expect(word.files.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
    const real = await openWord(await wordDocument(mainOf(parse(page)), { ...facts, syntetisk: false }));
    expect(real.header).toBe('');
  });

  it('is Swedish and has no clock', async () => {
    expect(word.files.get('word/styles.xml')).toContain('<w:lang w:val="sv-SE"/>');
    expect(word.files.get('docProps/core.xml')).toContain('>2026-10-31T00:00:00Z</dcterms:created>');
    expect((await wordDocument(mainOf(parse(page)), facts)).equals(bytes)).toBe(true);
  });
});
