import type { Data } from '../../src/lib/data.ts';
import { words } from '../publish/about.ts';
import { readParts } from '../publish/xlsx/parts.ts';
import { createWorkbook, type Sheet } from '../publish/xlsx/workbook.ts';
import { writeZip } from '../publish/xlsx/zip.ts';
import { bridge, goals } from './review-outcomes.ts';
import { extracts, findings, parameters, queries, refused } from './review-sources.ts';

/** What a reviewer takes along, as a workbook: goals, bridge, findings, extracts, refused rows, queries and parameters. */
export async function reviewPack(data: Data): Promise<Uint8Array> {
  const { sista_datadag } = data.katalog();
  const bytes = await createWorkbook(
    [
      about(data),
      goals(data),
      bridge(data),
      findings(data),
      extracts(data),
      refused(data),
      queries(data),
      parameters(data),
    ],
    { titel: 'Revisionspaket', dag: sista_datadag },
  );
  // Packed anew: the zip that the library makes holds a clock.
  return writeZip(await readParts(bytes));
}

function about(data: Data): Sheet {
  const { program, profil, profilnamn, region, sista_datadag, syntetisk } = data.katalog();
  return {
    namn: syntetisk ? 'Syntetiska uppgifter' : 'Om paketet',
    bredder: [26, 110],
    rader: [
      ...(syntetisk ? [['Syntetiska uppgifter', 'Alla vårdtillfällen är påhittade.']] : []),
      [
        'Innehåll',
        'Mål per år, bro mellan medelvärdena, iakttagelser, utdrag, avvisade rader, frågor och parametrar.',
      ],
      ['Region', region.namn],
      ['Data till och med', sista_datadag],
      ['Program', `Utskrivningsklar ${program}`],
      ['Profil', `${profilnamn} (${profil})`],
      [
        'Räkna om en siffra',
        'npm run explain -- --cell "indikator|niva|enhet_id|periodtyp|period|grupp|kategori" --extracts MAPP',
      ],
      ...words(data.katalog()),
    ],
  };
}
