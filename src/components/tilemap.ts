/** A map of squares in rough geography: name, value, verdict and number of cases in each. */
import { valueCell } from './cells.ts';
import { verdictGlyph } from './glyphs.ts';
import { heatSteps } from './heat.ts';
import { link } from './html.ts';
import { hyphenated } from './hyphens.ts';
import { verdictWord } from './sentences.ts';
import { explanation, explanationLine } from './table.ts';
import type { IndikatorHuvud, Lage, PubliceradRad } from './types.ts';
import { FEW, isJudged, situation } from './verdict.ts';
import { denominatorNoun, words } from './vocabulary.ts';

export type Ruta = {
  enhet: string;
  href: string;
  /** The unit's row of the period shown. */
  rad: PubliceradRad | undefined;
  /** Its monthly series, for the glyph. */
  lage: Lage;
};

export type TileMap = {
  id: string;
  indikator: IndikatorHuvud;
  /** Row by row, null for an empty square. */
  rader: (Ruta | null)[][];
  /** False where the squares are in alphabetical order. */
  placerade: boolean;
  troskel: number;
};

/** The squares as a list, row by row; colour from the least value to the greatest, none on few cases. */
export function tileMap({ id, indikator, rader, placerade, troskel }: TileMap): string {
  const all = rader.flat().filter((ruta) => ruta !== null);
  const step = heatSteps(all.map(({ rad }) => rad));
  const items = rader.flatMap((row) =>
    row.map((ruta) => (ruta ? tile(ruta, step(ruta.rad), indikator) : EMPTY)),
  );
  const columns = Math.max(1, ...rader.map((row) => row.length));
  const where = placerade ? 'Rutorna ligger ungefär som på kartan.' : 'Rutorna ligger i bokstavsordning.';
  return (
    `<ul class="rutkarta kol-${columns}" id="${id}">${items.join('')}</ul>` +
    mapNotes(indikator, all, where, troskel)
  );
}

/** How a map is read: `where` says how its parts lie. HTML. */
export function mapNotes(indikator: IndikatorHuvud, rutor: Ruta[], where: string, troskel: number): string {
  const rader = rutor.map(({ rad }) => rad);
  const notes = [
    where,
    `Starkare färg: ${words(indikator).fynd.hogre}. ▼▲ förändring, ○ normal variation, månad för månad.`,
    rader.some(isFew) ? `† Färre än ${FEW} fall: ingen färg, tolkas med försiktighet.` : '',
    explanation(rader, troskel),
  ];
  return explanationLine(notes.filter(Boolean).join(' '));
}

const isFew = (rad: PubliceradRad | undefined): boolean => rad?.status === 'visas' && (rad.antal ?? 0) < FEW;

const EMPTY = '<li class="tom" aria-hidden="true"></li>';

function tile({ enhet, href, rad, lage }: Ruta, heat: string, indikator: IndikatorHuvud): string {
  const hidden = rad?.status === 'skyddad' ? 'skyddad' : '';
  const few = isFew(rad) ? '†' : '';
  const count =
    rad?.status === 'visas'
      ? `${valueCell({ rad, falt: 'namnare' }, 'span')} ${denominatorNoun(indikator)}`
      : '';
  // The square shows a year: that the latest month is hidden or rests on few cases is not said of it.
  const { slag } = situation(lage);
  const word = verdictWord(isJudged(slag) ? slag : 'utan_serie');
  const verdict = `${verdictGlyph(lage)}<span class="dold">${word}, </span>`;
  return (
    `<li class="${heat || hidden}">${link(hyphenated(enhet), href)}` +
    `<strong>${valueCell({ rad, decimaler: indikator.decimaler }, 'span')}${few}</strong>` +
    `<small>${verdict}${count}</small></li>`
  );
}
