import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readParts } from '../../data-loaders/publish/xlsx/parts.ts';
import { type About, writeXlsxTable } from '../../data-loaders/publish/xlsx/table.ts';

let connection: DuckDBConnection;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ABOUT: About = { titel: 'Utdata', dag: '2023-12-31', syntetisk: false, om: [['Innehåll', 'Utdata']] };

async function write(select: string, about = ABOUT): Promise<Buffer> {
  await connection.run(`create or replace table utdata as ${select}`);
  await writeXlsxTable(connection, 'utdata', join(folder, 'utdata.xlsx'), about);
  return readFileSync(join(folder, 'utdata.xlsx'));
}

describe('rows of a workbook', () => {
  it.each(['=1+1', '+46', '-1', '@a', '<b>&amp;"\'', '_x0041_', ' i kant ', 'Ångström 👋', 'två\nrader'])(
    '%s stays the text it is',
    async (word) => {
      const book = await readXlsx(
        await write(`select '${word.replaceAll("'", "''")}' as enhet, 1.5::double as varde`),
      );
      const sheet = (await readParts(await write(`select '=1+1' as enhet`))).find(({ path }) =>
        path.endsWith('sheet1.xml'),
      )!;
      expect(book.sheets[0]!.rows[1]).toEqual([word, 1.5]);
      expect(sheet.content.toString()).not.toContain('<f');
    },
  );

  it('drops signs that XML cannot hold', async () => {
    const book = await readXlsx(await write(`select 'a' || chr(1) || 'b' as enhet`));
    expect(book.sheets[0]!.rows[1]).toEqual(['ab']);
  });

  it('leaves the months out of a long table, and says so beside the headings', async () => {
    const long = (rows: number) => `select 'manad' as periodtyp, i::double as varde from range(${rows}) t(i)
      union all select 'ar', 7`;
    const short = await readXlsx(await write(long(49_999)));
    expect(short.sheets[0]!.rows).toHaveLength(50_001);
    const cut = await readXlsx(await write(long(50_000)));
    expect(cut.sheets[0]!.rows).toHaveLength(2);
    expect(cut.sheets[0]!.rows[0]!.join(' ')).toContain('Månaderna är utelämnade');
    expect(cut.sheets[0]!.rows[1]!.slice(0, 2)).toEqual(['år', 7]);
  });

  it('is the same bytes the second time, and holds a table without rows', async () => {
    const select = `select 'kommun' as niva, date '2023-06-01' as period, null::double as varde, 3::bigint as antal`;
    expect((await write(select)).equals(await write(select))).toBe(true);
    const empty = await readXlsx(await write(`${select} limit 0`));
    expect(empty.sheets[0]!.rows).toEqual([['Nivå', 'Period (första dag)', 'Värde', 'Antal']]);
  });

  it('numbers its rows itself, whatever a column is called', async () => {
    const book = await readXlsx(await write('select 7 as nr union all select 3'));
    expect(book.sheets[0]!.rows).toEqual([['Nummer'], [7], [3]]);
  });

  it('refuses a column that nobody has named in Swedish', async () => {
    await expect(write('select 1 as okand')).rejects.toThrow('column without heading: okand');
  });
});

const CELLS = `select * from (values
  ('kommun', date '2023-06-01', 3::double, 1.25::double, 'visas', 1::tinyint),
  ('kommun', date '2023-07-01', null, null, 'skyddad', 1::tinyint),
  ('region', date '2023-06-01', 0, null, 'saknas', 0::tinyint)
) t(niva, period, taljare, varde, status, slutlig)`;

describe('a workbook', () => {
  it('has numbers as numbers, dates as dates, and the word where a value is hidden or missing', async () => {
    const book = await readXlsx(await write(CELLS));
    const june = new Date('2023-06-01T00:00:00Z');
    expect(book.sheets[0]!.name).toBe('Siffror');
    expect(book.sheets[0]!.rows).toEqual([
      ['Nivå', 'Period (första dag)', 'Täljare', 'Värde', 'Status', 'Slutlig (1 = ja)'],
      ['kommun', june, 3, 1.25, 'visas', 1],
      ['kommun', new Date('2023-07-01T00:00:00Z'), null, 'skyddad', 'skyddad', 1],
      ['region', june, 0, 'saknas', 'saknas', 0],
    ]);
    expect(book.sheets[1]!.rows).toEqual([['Innehåll', 'Utdata']]);
  });

  it('has words where the other formats have codes', async () => {
    const coded = `select 'vardgivare' as niva, 'ar' as periodtyp, '65plus' as grupp, 'senare+sarskilt_boende' as kategori,
      'hogst' as riktning, 'klockslag' as steg, 'gar_inte_att_avgora' as utfall, 'utan_troskel' as tillstand,
      'under_998' as lage, 'samre' as bedomning, 'samre' as styrdiagram, 'fjol' as mot
      union all select 'toString', 'kvartal', 'alla', '2-3', 'minst', 'skr', 'uppnatt', 'over', 'inom', 'ingen', 'normal', 'foregaende'`;
    expect((await readXlsx(await write(coded))).sheets[0]!.rows.slice(1)).toEqual([
      [
        ...['vårdgivare', 'år', '65 år och äldre', 'senare, särskilt boende', 'högst'],
        ...['Dagar och klockslag utan ansvar', 'går inte att avgöra', 'tröskel ej angiven', 'under 99,8 %'],
        ...['säker skillnad, sämre', 'förändring, sämre', 'samma period året före'],
      ],
      [
        ...['toString', 'kvartal', 'alla', '2-3', 'minst'],
        ...[
          'Medelvärde enligt SKR',
          'uppnått',
          'över',
          'inom 95 %',
          'ingen säker skillnad',
          'normal variation',
        ],
        'perioden före',
      ],
    ]);
  });

  it('is dated by the data, and says that they are made up where they are', async () => {
    const book = await readXlsx(await write(CELLS, { ...ABOUT, syntetisk: true }));
    const pinned = new Date('2023-12-31T00:00:00Z');
    expect(book.properties).toMatchObject({ title: 'Utdata', created: pinned, modified: pinned });
    expect(book.sheets.map(({ name }) => name)).toEqual(['Syntetiska uppgifter', 'Om filen']);
    expect(book.sheets[1]!.rows[0]![0]).toBe('Syntetiska uppgifter');
  });

  it('is a whole package: every part that is declared is there, and no other day', async () => {
    const parts = await readParts(await write(CELLS));
    const types = parts.find(({ path }) => path === '[Content_Types].xml')!.content.toString();
    const declared = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(declared.length).toBeGreaterThan(5);
    expect(parts.map(({ path }) => path)).toEqual(expect.arrayContaining(declared));
    const days = parts.flatMap(({ content }) => content.toString().match(/\d{4}-\d\d-\d\dT[\d:]+Z/g) ?? []);
    expect([...new Set(days)]).toEqual(['2023-12-31T00:00:00Z']);
  });
});
