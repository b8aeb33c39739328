import type { Tackningsflagga } from './types.ts';

const NOUN = { vardtillfallen: 'vårdtillfällen', underrattelser: 'underrättelser' };

export type Wording = {
  /** Name of the unit. */
  enhet: string;
  /** The month of an ISO day. */
  manad: (iso: string) => string;
  /** `hopp_kvot` of the profile, as text. */
  kvot: string;
};

/** What a flag on coverage says, as a plain Swedish sentence without numbers of rows. */
export function flagText(
  { uppgift, flagga, fran, till }: Tackningsflagga,
  { enhet, manad, kvot }: Wording,
): string {
  const noun = NOUN[uppgift];
  const months = fran === till ? manad(fran) : `${manad(fran)} till och med ${manad(till)}`;
  const [more, fewer] =
    kvot === '2'
      ? ['dubbelt så många', 'hälften så många']
      : [`${kvot} gånger så många`, `1/${kvot} så många`];
  const texts: Record<Tackningsflagga['flagga'], string> = {
    lucka: `inga ${noun} ${fran === till ? `i ${months}` : `från ${months}`}, men både före och efter`,
    upphor: `inga ${noun} från och med ${manad(fran)}`,
    borjar: `inga ${noun} till och med ${manad(till)}`,
    avkortad: `${months} verkar inte vara hel: få ${noun}, eller inga alls i början eller slutet av månaden`,
    hopp_upp: `${months} har mer än ${more} ${noun} som vanligt`,
    hopp_ned: `${months} har mindre än ${fewer} ${noun} som vanligt`,
  };
  return `${enhet}: ${texts[flagga]}.`;
}
