/** Input shapes of the chart, table and text functions. No function here reads a file or knows of Observable Framework. */
import type { Katalog, Mal } from '../../data-loaders/catalogue-types.ts';
import type { Periodjamforelse } from '../../data-loaders/judgement-types.ts';
import type {
  Indikator,
  JamforelseRad,
  PubliceradRad as Publicerad,
  Styrdiagram,
  StyrdiagramPunkt,
} from '../../data-loaders/types.ts';

export type { JamforelseRad, Katalog, Mal, Styrdiagram, StyrdiagramPunkt };

/** A published row; under ckm with what the noise does to its value, ± in the header's unit, null where that is not said. */
export type PubliceradRad = Publicerad & { brus?: number | null; brusmatt?: string | null };

/** An indicator's readable head; `Katalog['indikatorer'][number]` fits. */
export type IndikatorHuvud = Omit<Indikator, 'sql' | 'fil'>;

/** Column of a published row that a cell shows; `varde` unless said otherwise. */
export type Falt = 'varde' | 'taljare' | 'namnare' | 'antal' | 'nedre' | 'ovre';

/** A goal that applies to the unit shown. */
export type Malvarde = Pick<Mal, 'varde' | 'riktning'> & { exempel?: boolean; fran?: string };

/** A dated local activity: ISO start, heading as the kommun wrote it. */
export type Aktivitet = { start: string; rubrik: string };

/** Where one unit's monthly series stands: everything a verdict is made from. */
export type Lage = {
  indikator: IndikatorHuvud;
  /** Monthly rows of one unit, one group, `kategori` alla; any order, hidden and not final ones included. */
  rader: PubliceradRad[];
  /** Published control chart points of the same series; any order. */
  punkter: StyrdiagramPunkt[];
  /** Verdict on the latest visible final month; null where no month can be shown. */
  diagram: Styrdiagram | null;
  /** k of the disclosure control (Katalog.troskel). */
  troskel: number;
  /** Columns the extract would need (avstangd_saknar); empty or absent when the indicator is on. */
  saknarKolumner?: string[];
  /** Katalog.sista_datadag: lets a not final month say why. */
  sistaDatadag?: string;
  /** Where the latest final month is not shown: the wider unit that holds its cases, with its row of that month (always shown). */
  overordnad?: { href: string; rad: PubliceradRad };
  /** Where that month is not shown or rests on few cases: the unit's finest latest final longer period that is shown. */
  langre?: PubliceradRad;
  /** That longer period beside the same a year earlier, with the earlier row. */
  jamfort?: { rad: Periodjamforelse; tidigare: PubliceradRad | undefined };
};

/** `id` is unique on the page and prefixes every id in the SVG; `titel` becomes `<title>`. */
type ChartBase = {
  id: string;
  titel: string /** One or two sentences for `<desc>`. */;
  beskrivning?: string;
};

export type TrendChart = ChartBase &
  Lage & {
    mal?: Malvarde | null;
    aktiviteter?: Aktivitet[];
    /** `hog` 290 px (main figure), `lag` 190 px. Default hog. */
    hojd?: 'hog' | 'lag';
  };

export type Sparkline = { id: string; titel: string } & Pick<Lage, 'rader' | 'punkter' | 'diagram'>;

export type ComparisonChart = ChartBase & {
  indikator: IndikatorHuvud;
  /** One row per unit, same period and group. Hidden units get a line with the word and no mark. */
  rader: PubliceradRad[];
  /** enhet_id of the page's unit, drawn in fokus. */
  fokus?: string;
  /** Row of the region (or delregion), drawn as a labelled line. */
  referens?: PubliceradRad | null;
  /** The rows are in an order of their own (weekdays, bands). Default: sorted by value. */
  ordnade?: boolean;
};

export type SmallMultiples = {
  id: string;
  /** One entry per unit, in the order shown. All get one y scale from 0. */
  delar: (Lage & { enhet: string; href?: string; fokus?: boolean })[];
};

export type WeekdayBars = ChartBase & {
  /** Rows of a distribution per category (`varde` = percent of all cases), one unit and period, by readiness. */
  klar: PubliceradRad[];
  /** The same by discharge. */
  ut: PubliceradRad[];
  /** Categories, in order. Default weekdays '1'–'7'; day classes work too. */
  kategorier?: string[];
};

export type CategoryBars = ChartBase & {
  /** One or two panels on one scale; rows of a distribution by category (`varde` in percent). `kort`: its heading on a phone. */
  paneler: { rubrik: string; kort: string; rader: PubliceradRad[] }[];
  /** Categories, in order, and what they are called. */
  kategorier: string[];
  namn: (kategori: string, smal: boolean) => string;
  /** Room for the names on a phone, px. */
  namnbredd?: number;
  /** Height of a row, px. */
  steg?: number;
};

/** Waiting days per case before and after kommunklar, one row per unit; the page's unit in fokus. */
export type LegsChart = ChartBase & {
  rader: {
    enhet: string;
    fokus?: boolean;
    ben: PubliceradRad | undefined;
    rest: PubliceradRad | undefined;
  }[];
};

/** A table cell: a published value, a comparison figure, plain text, or ready-made HTML from these functions. */
export type Cell =
  | { rad: PubliceradRad | undefined; falt?: Falt; decimaler?: number; fet?: boolean }
  | { jamforelse: JamforelseRad | undefined; falt?: 'varde' | 'antal'; decimaler?: number }
  | { text: string; numerisk?: boolean }
  | { html: string; numerisk?: boolean };

export type Kolumn = {
  rubrik: string;
  /** Second line of the heading, usually the unit. */
  enhet?: string;
  /** Left-aligned column of words. Default: right-aligned figures. */
  text?: boolean;
};

export type DataTable = {
  id: string;
  /** Says what the table shows; visible unless `dold`. */
  caption: string;
  doldCaption?: boolean;
  /** Heading of the first column (row headers). */
  radrubrik: string;
  kolumner: Kolumn[];
  rader: {
    rubrik: string;
    /** A second, smaller line under the name (plain text). */
    under?: string;
    href?: string /** The page's own unit: bold. */;
    fokus?: boolean;
    celler: Cell[];
  }[];
  troskel: number;
  /** The rows are the months of a chart in the same figure: scripts read them along it. */
  serie?: boolean;
  /** Leaves out the rows of which no figure is shown, and names them in a sentence instead. */
  korta?: boolean;
  /** Extra sentences after the generated explanation of skyddad, saknas, ej slutlig (plain text). */
  forklaring?: string;
};

export type HeatMatrix = {
  id: string;
  caption: string;
  doldCaption?: boolean;
  /** veckodag_matris of one unit, period and group ('1-1' … '7-7', readiness first). */
  matris: PubliceradRad[];
  /** veckodag_utskrivningsklar: row sums (taljare). */
  klar: PubliceradRad[];
  /** veckodag_utskrivning: column sums (taljare). */
  ut: PubliceradRad[];
  /** medeldagar_veckodag, category = weekday of readiness. */
  medel: PubliceradRad[];
  /** medeldagar_alla of the same unit and period: bottom right. */
  medelAlla?: PubliceradRad;
  troskel: number;
};

export type HolidayTable = {
  id: string;
  caption: string;
  doldCaption?: boolean;
  /** helgtabell rows; each entry one unit and one storhelg, all with the same weekdays (see `sameHolidayDays`). */
  rader: { rubrik: string; href?: string; fokus?: boolean; rader: PubliceradRad[] }[];
  troskel: number;
};

export type KeyFigure = Lage & {
  id: string;
  /** Link to how the figure is computed. */
  href: string;
  /** Heading level, default 2: key figures stand right under the page heading. */
  niva?: 2 | 3 | 4;
};

/** A figure with title (what is seen), subtitle (what is measured), chart or table, caption (source, period, n). */
export type Figure = {
  id: string;
  titel: string;
  undertitel: string;
  /** HTML from a chart or table function. */
  innehall: string;
  /** HTML from these functions or escaped text. */
  bildtext?: string;
  niva?: 3 | 4;
  /** Side notes in the margin column. */
  noter?: { rubrik: string; text: string }[];
};
