import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JUDGEMENT_FILES } from '../../data-loaders/publish/judgements.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { extractsOf, type Publication, publication, SMALL } from './publication.ts';
import { inWords, workbookRows } from './workbook.ts';

const HEADER =
  'indikator,niva,enhet_id,enhet,periodtyp,period,grupp,kategori,taljare,namnare,antal,varde,nedre,ovre,status,slutlig';

let built: Publication;
beforeAll(async () => {
  built = await publication(extractsOf(SMALL), 1);
});
afterAll(() => built.remove());

const ids = readRegistry().map(({ id }) => id);

/** One of each kind of indicator, and every file that belongs to none: reading a workbook takes its time. */
const SHEETS = ['medeldagar_alla', 'varaktighet', 'aterinskrivning_30d', 'jamforelse', ...JUDGEMENT_FILES];

describe('every indicator file', () => {
  it.each(ids)('%s: columns, line ends and number form are the contract’s', (id) => {
    const text = built.text(`${id}.csv`);
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(HEADER);
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFEFF]/);
    const number = '(0|-?[1-9]\\d*|-?\\d+\\.\\d{0,5}[1-9])?';
    const form = new RegExp(
      `^${id},(kommun|delregion|region|vardgivare|kommun_vardgivare|klinik),[\\w+]+,[^,"]+,(manad|kvartal|halvar|ar|rullande12|helg),\\d{4}-\\d\\d-\\d\\d,` +
        `(alla|somatik|psykiatri|65plus|80plus),[\\w+-]+,(${number},){6}(visas|skyddad|saknas),[01]$`,
    );
    expect(lines.slice(1, -1).filter((line) => !form.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(2);
  });

  it.each(ids)('%s: parquet and arrow hold the same rows in the same order', async (id) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const file = join(built.dataDir, `${id}.parquet`).replaceAll("'", "''");
    const parquet = await (
      await connection.run(
        `select * replace (cast(period as varchar) as period, cast(antal as double) as antal) from '${file}'`,
      )
    ).getRowObjectsJS();
    const arrow = tableFromIPC(readFileSync(join(built.dataDir, `${id}.arrow`)));
    const csv = built
      .rows(id)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            NUMBERS.has(name) ? (value === '' ? null : Number(value)) : value,
          ]),
        ),
      );
    expect(parquet).toEqual(csv);
    expect(arrow.toArray().map((row) => row?.toJSON())).toEqual(csv);
  });

  it.each(SHEETS)('%s: the workbook holds the same rows under Swedish headings', async (id) => {
    const rows = await workbookRows(join(built.dataDir, `${id}.xlsx`));
    expect(rows).toEqual(built.rows(id).map(inWords));
  });

  it('has one row for each cell', () => {
    for (const id of ids) {
      const keys = built.rows(id).map((row) =>
        HEADER.split(',')
          .slice(0, 8)
          .map((column) => row[column])
          .join('|'),
      );
      expect(new Set(keys).size, id).toBe(keys.length);
    }
  });
});

const NUMBERS = new Set(['taljare', 'namnare', 'antal', 'varde', 'nedre', 'ovre', 'slutlig']);

it('writes a mean as the contract’s lines', () => {
  const lines = built.text('medeldagar_alla.csv').split('\r\n');
  const region = lines.filter((line) => /,region,12,Skåne,manad,.*,alla,alla,/.test(line));
  expect(region).toEqual([
    'medeldagar_alla,region,12,Skåne,manad,2024-01-01,alla,alla,1,2,2,0.5,,,visas,1',
    'medeldagar_alla,region,12,Skåne,manad,2024-02-01,alla,alla,3,1,1,3,,,visas,1',
    'medeldagar_alla,region,12,Skåne,manad,2024-03-01,alla,alla,0,0,0,,,,saknas,0',
  ]);
});

it('writes a share with its interval', () => {
  const lines = built.text('andel_utskrivningsklardagen.csv').split('\r\n');
  expect(lines.filter((line) => /,region,12,Skåne,ar,.*,alla,alla,/.test(line))).toEqual([
    'andel_utskrivningsklardagen,region,12,Skåne,ar,2024-01-01,alla,alla,1,3,3,33.333333,6.149032,79.234504,visas,0',
  ]);
});

it('orders rows by level, unit, period type, period, group and category', () => {
  const rank = (order: string[]) => (value: string) => order.indexOf(value);
  const niva = rank(['kommun', 'delregion', 'region', 'vardgivare', 'kommun_vardgivare', 'klinik']);
  const periodtyp = rank(['manad', 'kvartal', 'halvar', 'ar', 'rullande12', 'helg']);
  const grupp = rank(['alla', 'somatik', 'psykiatri', '65plus', '80plus']);
  for (const id of ids) {
    const keys = built
      .rows(id)
      .map((row) =>
        [niva(row.niva!), row.enhet_id, periodtyp(row.periodtyp!), row.period, grupp(row.grupp!)].join('|'),
      );
    expect(keys, id).toEqual([...keys].sort());
  }
});

it('writes the same rows in the form that the pages fetch, hidden ones as a word', () => {
  const { perioder, enheter } = JSON.parse(
    readFileSync(join(built.pagesDir, 'urval/kommun/medeldagar_alla.alla.json'), 'utf8'),
  ) as { perioder: [string, string][]; enheter: [string, string, (unknown[] | string | null)[]][] };
  const number = (text: string | undefined) => (text === '' ? null : Number(text));
  const rows = built
    .rows('medeldagar_alla')
    .filter((row) => row.niva === 'kommun' && row.grupp === 'alla' && row.periodtyp !== 'helg');
  const expected = rows.map((row) => [
    [row.periodtyp, row.period, row.enhet_id, row.enhet].join(' '),
    row.status === 'visas'
      ? [row.varde, row.nedre, row.ovre, row.antal, row.slutlig].map(number)
      : row.status === 'skyddad'
        ? 'skyddad'
        : null,
  ]);
  const fetched = enheter.flatMap(([id, name, cells]) =>
    cells.map((cell, index) => [[...perioder[index]!, id, name].join(' '), cell]),
  );
  expect(fetched).toEqual(expected);
  expect(fetched.some(([, cell]) => Array.isArray(cell))).toBe(true);
});
