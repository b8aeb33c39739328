import { afterAll, beforeAll, expect, it } from 'vitest';
import { MIDSUMMER, type Publication, publication, type Row } from '../publish/publication.ts';
import type { Equation } from './attack.ts';
import { recover } from './recover.ts';

/** The published table of midsummer 2023, 15 cases, at threshold 5. */
let shown: Publication;
let all: Publication;
beforeAll(async () => {
  shown = await publication(MIDSUMMER, 5);
  all = await publication(MIDSUMMER, 1);
});
afterAll(() => {
  shown.remove();
  all.remove();
});

/** Counts of both holiday tables by `level|unit|count`; null where hidden. */
function counts(from: Publication): Map<string, number | null> {
  const found = new Map<string, number | null>();
  const number = (text: string | undefined) => (text === '' || text === undefined ? null : Number(text));
  const note = (name: string, value: number | null) => found.set(name, value ?? found.get(name) ?? null);
  for (const id of ['helgtabell', 'helgtabell_destination']) {
    for (const r of from.rows(id) as Row[]) {
      note(`${r.niva}|${r.enhet_id}|n`, number(r.namnare));
      note(`${r.niva}|${r.enhet_id}|${r.kategori}`, number(r.taljare));
    }
  }
  return found;
}

/** Region and delregion over their kommuner, days over destinations, all days over each. */
function sums(names: string[]): Equation[] {
  const mellersta = ['1231', '1285', '1266', '1267', '1261', '1262', '1281', '1230'];
  const keys = [...new Set(names.map((n) => n.split('|')[2]!))];
  const units = [...new Set(names.map((n) => n.split('|').slice(0, 2).join('|')))];
  const equations: Equation[] = [];
  for (const unit of units) {
    const days = keys.filter((k) => k !== 'n' && !k.includes('+'));
    equations.push({ whole: `${unit}|n`, parts: days.map((k) => `${unit}|${k}`) });
    for (const day of days) {
      const parts = keys.filter((k) => k.startsWith(`${day}+`)).map((k) => `${unit}|${k}`);
      equations.push({ whole: `${unit}|${day}`, parts });
    }
  }
  for (const key of keys) {
    const kommuner = units.filter((u) => u.startsWith('kommun|')).map((u) => `${u}|${key}`);
    // Nobody in this file comes from elsewhere; suppose that the reader knows it.
    equations.push({ whole: `region|12|${key}`, parts: kommuner });
    equations.push({
      whole: `delregion|mellersta|${key}`,
      parts: mellersta.map((k) => `kommun|${k}|${key}`),
    });
    equations.push({ whole: `region|12|${key}`, parts: [`delregion|mellersta|${key}`, `rest:${key}`] });
  }
  return equations.filter((e) => e.parts.length > 0);
}

it('hides the 2 of midsommarafton with more, in region and delregion alike; the whole and the empty days show', () => {
  for (const unit of ['region|12', 'delregion|mellersta']) {
    const rows = shown.rows('helgtabell').filter((r) => `${r.niva}|${r.enhet_id}` === unit);
    const hidden = rows.filter((r) => r.status === 'skyddad').map((r) => r.kategori);
    // Not the 7 of the 26th: the day is read before its destinations (4, 2 and 1), and none of them is shown.
    expect(hidden).toEqual(['2023-06-23', '2023-06-24']);
    const open = rows.filter((r) => r.status === 'visas');
    expect(open.map((r) => [r.taljare, r.namnare])).toEqual(
      ['0', '0', '7', '0', '0'].map((cases) => [cases, '15']),
    );
  }
});

it('shows no row of a kommun with cases, in any table', () => {
  const kommuner = ['1231', '1285', '1266', '1267', '1261', '1281', '1230'];
  for (const id of shown.catalogue.indikatorer.map((i) => i.id)) {
    const rows = shown.rows(id).filter((r) => r.niva === 'kommun' && kommuner.includes(r.enhet_id!));
    expect(
      rows.filter((r) => Number(r.antal) > 0),
      id,
    ).toEqual([]);
  }
});

it('gives no hidden count back by subtraction', () => {
  const truth = counts(all);
  const seen = counts(shown);
  const known = new Map([...seen].filter((e): e is [string, number] => e[1] !== null));
  // The extract names no vårdgivare: those rows say saknas.
  const equations = sums([...seen.keys()].filter((name) => truth.get(name) !== null));
  for (const { whole, parts } of equations) {
    if (parts.some((p) => p.startsWith('rest:'))) continue;
    expect(
      parts.reduce((sum, p) => sum + truth.get(p)!, 0),
      whole,
    ).toBe(truth.get(whole));
  }
  const recovered = [...recover(equations, known)].filter(
    ([name, value]) => !name.startsWith('rest:') && value > 0,
  );
  expect(recovered).toEqual([]);
});
