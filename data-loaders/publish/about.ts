import { protectedBasis } from '../../src/components/absent.ts';
import type { Katalog } from '../catalogue-types.ts';
import { FILE_TITLES } from '../file-titles.ts';
import type { About } from './xlsx/table.ts';

/** What a workbook says of itself: what it holds, where from, how fresh, and the words in it. */
export function aboutFile(catalogue: Katalog, id: string): About {
  const { region, sista_datadag, program, profilnamn, syntetisk } = catalogue;
  const indikator = catalogue.indikatorer.find((candidate) => candidate.id === id);
  const titel = indikator?.titel ?? FILE_TITLES[id] ?? id;
  return {
    titel,
    dag: sista_datadag,
    syntetisk,
    om: [
      ['Innehåll', titel],
      ...(indikator ? described(indikator) : []),
      ['Region', region.namn],
      ['Data till och med', sista_datadag],
      ...(id === 'jamforelse' ? [] : words(catalogue)),
      ['saknas', 'Det finns inga uppgifter eller inga fall.'],
      [
        'Kolumner och koder',
        'Förklaras i programmets docs/filer.md; samma rader finns som CSV, Parquet och Arrow.',
      ],
      ['Program', `Utskrivningsklar ${program}, profil ${profilnamn}`],
    ],
  };
}

const described = ({
  definition,
  taljare,
  namnare,
  enhet,
}: Katalog['indikatorer'][number]): [string, string][] => [
  ['Definition', definition],
  ['Täljare', taljare],
  ['Nämnare', namnare],
  ['Värdets enhet', enhet],
];

/** What became of figures about few: hidden, or all of them perturbed. */
export const words = ({ troskel, ckm }: Pick<Katalog, 'troskel' | 'ckm'>): [string, string][] => {
  if (ckm)
    return [
      [
        'skyddsbrus',
        `Varje antal är ändrat slumpmässigt med högst ${ckm.storst}, så att ingen kan kännas igen. Noll förblir noll. Delar summerar inte alltid till helheten.`,
      ],
    ];
  return troskel > 1
    ? [['skyddad', `Siffran ${protectedBasis(troskel)}. Den är inte noll och inte okänd.`]]
    : [];
};
