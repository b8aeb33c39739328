/** Several publications of the same figures, read together. */
import { systemOf } from './attack.ts';
import { type Membership, monthsOf } from './between.ts';
import { addRows, type Header, noCounts, type Row } from './counts.ts';
import { addSum, type System } from './system.ts';

export type Published = Row & {
  varde: number | null;
  nedre: number | null;
  ovre: number | null;
  slutlig: number;
};

const HIDDEN = { taljare: null, namnare: null, antal: null, status: 'skyddad' };
const periodOf = (r: Row) => `${r.periodtyp}|${r.period}`;
const isRunning = (r: Published) => r.slutlig === 0 && r.periodtyp !== 'manad';

/**
 * What someone who kept every publication has. A final count shown in any of them is known. A sum of a period that was not at
 * its end is a count of its own, in a set named after the publication: of the months there were then. `stands`: it is the
 * former publication's, as it was.
 */
export function together(
  publications: Published[][],
  headers: Header[],
  members: Membership,
  stands: boolean,
): System {
  const counts = noCounts();
  const add = (rows: Published[], set: (mangd: string) => string) => {
    for (const { id, rojande } of headers)
      addRows(
        counts,
        rows.filter((r) => r.indikator === id),
        { id, rojande: { ...rojande, mangd: set(rojande.mangd) } },
      );
  };
  const ended = new Set(publications.flat().flatMap((r) => (isRunning(r) ? [] : [periodOf(r)])));
  for (const list of publications) {
    // What stands of a period as it was before its end says nothing of the count that it came to.
    const rows = list.filter((r) => !isRunning(r) || ended.has(periodOf(r)));
    add(
      rows.map((r) => (isRunning(r) ? { ...r, ...HIDDEN } : r)),
      (mangd) => mangd,
    );
  }
  const running = stands ? publications.slice(0, 1) : publications;
  running.forEach((list, i) => {
    add(list.filter(isRunning), (mangd) => `${i} ${mangd}`);
  });
  const system = systemOf(counts, members);
  for (const block of [...counts.blocks.values()]) {
    const [i, set] = block.set.split(' ');
    if (set === undefined) continue;
    const months = new Set(publications[Number(i)]!.map((r) => (r.periodtyp === 'manad' ? r.period : '')));
    const [from, to] = monthsOf(block);
    const parts = [...counts.blocks.values()].filter((b) => {
      const same = b.set === set && b.unit === block.unit && b.niva === block.niva && b.grupp === block.grupp;
      if (!same || b.periodtyp !== 'manad' || !months.has(b.period)) return false;
      return monthsOf(b)[0] >= from && monthsOf(b)[0] < to;
    });
    for (const [key, v] of block.keys) {
      const terms = parts.map((part) => part.keys.get(key));
      if (terms.length > 0 && !terms.includes(undefined)) addSum(system, v, terms as number[]);
    }
  }
  return system;
}
