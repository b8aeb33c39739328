/**
 * An attacker who has the published rows and a map of the region, nothing else: no file of data-loaders/rojande is used.
 * Every sum that must hold is an equation; what linear algebra or the range of nonnegative counts leaves no choice
 * about is recovered.
 */
export type Row = {
  indikator: string;
  niva: string;
  enhet_id: string;
  periodtyp: string;
  period: string;
  grupp: string;
  kategori: string;
  taljare: number | null;
  namnare: number | null;
  antal: number | null;
  status: string;
};
export type Map_ = { delregion: string; kommun: string; fran: string; till: string | null }[];
export type Equation = { whole: string; parts: string[] };

/** What a row tells or conceals: name of the count within its set → its number if shown. */
type Facts = (r: Row) => [set: string, key: string, value: number | null][];

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
const [k1, k2] = [(r: Row) => r.kategori.split('-')[0], (r: Row) => r.kategori.split('-')[1]];
const MEANING: Record<string, Facts> = {
  andel_utskrivningsklardagen: (r) => [
    ['fall', 'n', r.namnare],
    ['fall', 'n0', r.taljare],
    ['fall', 'n1', minus(r.namnare, r.taljare)],
  ],
  kvot_utskrivningsklardagen: (r) => [['fall', 'n1', r.namnare]],
  medeldagar_alla: (r) => [
    ['fall', 'n', r.namnare],
    ['fall', 'dagar', r.taljare],
  ],
  medeldagar_skr: (r) => [
    ['fall', 'n1', r.namnare],
    ['fall', 'dagar', r.taljare],
  ],
  vantedagar_median: (r) => [['fall', 'n', r.namnare]],
  vantedagar_p90: (r) => [['fall', 'n', r.namnare]],
  veckodag_utskrivningsklar: (r) => [
    ['fall', 'n', r.namnare],
    ['fall', `klar=${r.kategori}`, r.taljare],
  ],
  veckodag_utskrivning: (r) => [
    ['fall', 'n', r.namnare],
    ['fall', `ut=${r.kategori}`, r.taljare],
  ],
  fall_per_kalenderdag: (r) => [['fall', `ut=${r.kategori}`, r.taljare]],
  veckodag_matris: (r) => [
    ['fall', 'n', r.namnare],
    ['fall', `klar=${k1(r)}&ut=${k2(r)}`, r.taljare],
  ],
  medeldagar_veckodag: (r) => [
    ['fall', `klar=${r.kategori}`, r.namnare],
    ['fall', `dagar&klar=${r.kategori}`, r.taljare],
  ],
  veckodag_utskrivning_alla: (r) => [
    ['vistelse', 'n', r.namnare],
    ['vistelse', `ut=${r.kategori}`, r.taljare],
  ],
  aterinskrivning_30d: (r) => [
    ['episod', 'n', r.namnare],
    ['episod', 'ater', r.taljare],
    ['episod', 'ej_ater', minus(r.namnare, r.taljare)],
  ],
};

/** Every count the rows speak of; null where no row shows it. Rows without any number tell nothing unless hidden. */
export function readCounts(rows: Row[]): Map<string, number | null> {
  const counts = new Map<string, number | null>();
  for (const r of rows) {
    if (r.status === 'saknas' && r.namnare === null) continue;
    for (const [set, key, value] of MEANING[r.indikator]!(r)) {
      const name = [set, r.niva, r.enhet_id, r.periodtyp, r.period, r.grupp, key].join('|');
      counts.set(name, value ?? counts.get(name) ?? null);
    }
  }
  return counts;
}

const SPAN: Record<string, number> = { manad: 1, kvartal: 3, halvar: 6, ar: 12 };
const monthOf = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const isoOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** Counts that add up, from what everybody knows. A part that starts with `rest:` is a count no row speaks of. */
export function equations(counts: Map<string, number | null>, map: Map_): Equation[] {
  const names = [...counts.keys()];
  const split = names.map((n) => n.split('|') as [string, string, string, string, string, string, string]);
  const units = (niva: string) => [...new Set(split.filter((s) => s[1] === niva).map((s) => s[2]))];
  const [kommuner, delregioner, vardgivare] = [units('kommun'), units('delregion'), units('vardgivare')];
  const keys = [...new Set(split.map((s) => s[6]))];
  const out: Equation[] = [];
  for (const [set, niva, enhet, periodtyp, period, grupp, key] of split) {
    const whole = [set, niva, enhet, periodtyp, period, grupp, key].join('|');
    const add = (rest: string, parts: string[]) => {
      const all = parts.length > 0 && parts.every((p) => counts.has(p));
      if (all) out.push({ whole, parts: rest === '' ? parts : [...parts, `rest:${rest}:${whole}`] });
    };
    const at = (n: string, e: string) => [set, n, e, periodtyp, period, grupp, key].join('|');
    const end = isoOf(monthOf(period) + SPAN[periodtyp]!);
    if (niva === 'region') {
      add(
        'utomlans',
        kommuner.map((k) => at('kommun', k)),
      );
      add(
        'utanfor',
        delregioner.map((d) => at('delregion', d)),
      );
      add(
        '',
        vardgivare.map((v) => at('vardgivare', v)),
      );
    }
    if (niva === 'delregion') {
      const touch = map.filter(
        (m) => m.delregion === enhet && m.fran < end && (m.till === null || m.till >= period),
      );
      const whole_time = touch.filter(
        (m) => m.fran <= period && (m.till === null || m.till >= end || nextDay(m.till) === end),
      );
      add(
        whole_time.length < touch.length ? 'del_av_tiden' : '',
        whole_time.map((m) => at('kommun', m.kommun)),
      );
    }
    for (const [finer, months] of Object.entries(SPAN)) {
      if (months >= SPAN[periodtyp]!) continue;
      const parts: string[] = [];
      for (let m = monthOf(period); m < monthOf(end); m += months) {
        const part = [set, niva, enhet, finer, isoOf(m), grupp, key].join('|');
        if (counts.has(part)) parts.push(part);
      }
      add('', parts);
    }
    const of = (g: string) => [set, niva, enhet, periodtyp, period, g, key].join('|');
    if (grupp === 'alla') {
      add('yngre', [of('65plus')]);
      add('under80', [of('80plus')]);
      add('', [of('somatik'), of('psykiatri')]);
    }
    if (grupp === '65plus') add('65-79', [of('80plus')]);
    const inside = (k: string) => [set, niva, enhet, periodtyp, period, grupp, k].join('|');
    if (key === 'n') {
      add('', [inside('n0'), inside('n1')]);
      add('', [inside('ater'), inside('ej_ater')]);
      for (const dim of ['klar=', 'ut=']) {
        add(
          '',
          keys.filter((k) => k.startsWith(dim) && !k.includes('&') && counts.has(inside(k))).map(inside),
        );
      }
    }
    if (/^(klar|ut)=\d$/.test(key)) {
      add('', keys.filter((k) => k.includes('&ut=') && k.split('&').includes(key)).map(inside));
    }
    if (key === 'dagar') add('', keys.filter((k) => k.startsWith('dagar&')).map(inside));
    if (set === 'vistelse') add('ej_klara', [['fall', niva, enhet, periodtyp, period, grupp, key].join('|')]);
  }
  return out;
}

function nextDay(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
}
