/** Links between blocks: a whole, its parts and the unprinted rest, built from the one description. */
import type { Block, Cells, Medlemskap } from './cells.ts';
import { ENHETSLANKAR, GRUPPLANKAR, MANGDLANKAR, PERIODLANKAR } from './description.ts';

export type Link = {
  hel: number;
  delar: number[];
  /** Name of the unprinted rest; null when the parts must add up exactly. */
  rest: string | null;
  /** The whole may be shown only where every part is. */
  kraver_alla: boolean;
  /** The sum follows from other links. */
  foljer: boolean;
};

type Members = { id: string; partial: boolean }[];

function membersOf(whole: Block, part: string, units: string[], medlemskap: Medlemskap[]): Members {
  if (part === 'kommun_vardgivare') {
    const half = whole.niva === 'kommun' ? 0 : 1;
    return units.filter((id) => id.split('+')[half] === whole.enhet_id).map((id) => ({ id, partial: false }));
  }
  if (whole.niva === 'region') return units.map((id) => ({ id, partial: false }));
  const found = new Map<string, boolean>();
  for (const m of medlemskap) {
    if (m.delregion !== whole.enhet_id || m.fran > whole.slut || (m.till !== null && m.till < whole.start))
      continue;
    const full = m.fran <= whole.start && (m.till === null || m.till >= whole.slut);
    found.set(m.kommun, !full && (found.get(m.kommun) ?? true));
  }
  return units.filter((id) => found.has(id)).map((id) => ({ id, partial: found.get(id) === true }));
}

/** All links between the blocks of `cells`; a link whose parts are not all there is left out. */
export function blockLinks({ blocks, medlemskap }: Cells): Link[] {
  const name = (b: Block) => [b.mangd, b.niva, b.enhet_id, b.periodtyp, b.period, b.grupp].join('|');
  const index = new Map(blocks.map((b, i) => [name(b), i]));
  const find = (b: Block, change: Partial<Block>) => index.get(name({ ...b, ...change })) ?? -1;
  const units = new Map<string, string[]>();
  const periods = new Map<string, Block[]>();
  for (const { niva, enhet_id } of new Map(blocks.map((b) => [`${b.niva}|${b.enhet_id}`, b])).values()) {
    units.set(niva, [...(units.get(niva) ?? []), enhet_id]);
  }
  for (const b of new Map(blocks.map((x) => [`${x.periodtyp}|${x.period}`, x])).values()) {
    periods.set(b.periodtyp, [...(periods.get(b.periodtyp) ?? []), b]);
  }
  const links: Link[] = [];
  const add = (
    hel: number,
    delar: number[],
    rest: string | null,
    { kraver_alla = false, foljer = false } = {},
  ) => {
    if (delar.length > 0 && !delar.includes(-1)) links.push({ hel, delar, rest, kraver_alla, foljer });
  };
  blocks.forEach((b, hel) => {
    for (const link of ENHETSLANKAR) {
      if (link.hel !== b.niva) continue;
      const members = membersOf(b, link.delar, units.get(link.delar) ?? [], medlemskap);
      const whole = members.filter((m) => !m.partial);
      const exact = b.niva === 'delregion' && whole.length === members.length;
      add(
        hel,
        whole.map((m) => find(b, { niva: link.delar, enhet_id: m.id })),
        exact ? null : link.rest,
      );
    }
    for (const link of PERIODLANKAR) {
      if (link.hel !== b.periodtyp) continue;
      const inside = (periods.get(link.delar) ?? []).filter((p) => p.start >= b.start && p.slut <= b.slut);
      const delar = inside.map((p) => find(b, { periodtyp: link.delar, period: p.period }));
      add(hel, delar, null, link);
    }
    for (const link of GRUPPLANKAR) {
      if (link.hel !== b.grupp) continue;
      const delar = link.delar.map((grupp) => find(b, { grupp })).filter((i) => i >= 0);
      add(hel, delar, link.rest);
    }
    for (const link of MANGDLANKAR) {
      if (link.hel === b.mangd) add(hel, [find(b, { mangd: link.del })], link.rest);
    }
  });
  return links;
}
