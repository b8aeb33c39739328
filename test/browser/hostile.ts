import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What would run, load, break a table, a chart or a page's text if any of it were taken for more than text. */
export const hostile = (field: string): string =>
  `=${field}"><img src=x onerror="window.intrang='${field}'"><script>window.intrang='${field}'</script>` +
  `<svg onload="window.intrang=1">[a](javascript:window.intrang=1) {lan} **b** \`c\` </td></table></textarea> ::figur & 'd' -->`;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (...cells: string[]) => `${cells.join(';')}\n`;

/** Stays, notices, comparisons and an activity: every text a supplier writes is hostile, names of files and columns too. */
export function writeHostileExtracts(folder: string): void {
  const stays = Array.from({ length: 40 }, (_, n) => {
    const day = String(1 + (n % 25)).padStart(2, '0');
    const late = String(3 + (n % 25)).padStart(2, '0');
    return line(
      `V${n}`,
      `P${n % 30}`,
      n % 2 ? 'Lund' : 'Eslöv',
      quoted(hostile('vardgivare')),
      quoted(hostile('sjukhus')),
      quoted(hostile('klinik')),
      `2024-0${1 + (n % 6)}-${day}`,
      `2024-0${1 + (n % 6)}-${late}`,
      quoted(hostile('utskriven_till')),
      n % 3 ? 'ja' : 'nej',
      quoted(hostile('fritext')),
    );
  });
  const notices = Array.from({ length: 40 }, (_, n) =>
    line(
      `V${n}`,
      n % 2 ? 'Lund' : 'Eslöv',
      `2024-0${1 + (n % 6)}-${String(2 + (n % 25)).padStart(2, '0')}`,
      ...['process', 'behov', 'orsak'].map((field) => quoted(hostile(field))),
    ),
  );
  const refused = line('V99', 'P99', quoted(hostile('kommun')), 'SUS', '', '', '2024-01-01', '', '', '', '');
  writeFileSync(
    join(folder, `utskrivningar <img src=x onerror=window.intrang=1> ' & "x".csv`),
    `vardtillfalle_id;patient_id;kommun;vardgivare;sjukhus;klinik;inskrivning;utskrivning;utskriven_till;oplanerad;${quoted('Fri <b onclick=window.intrang=1>text')}\n${stays.join('')}${refused}`,
  );
  writeFileSync(
    join(folder, 'utskrivningsklar.csv'),
    `vardtillfalle_id;kommun;utskrivningsklar;process;behov;orsak\n${notices.join('')}`,
  );
  writeFileSync(
    join(folder, 'jamforelse.csv'),
    `indikator;niva;enhet;period;varde;antal;kalla\n${['indikator', 'niva', 'enhet']
      .map((_, n) =>
        line(
          n === 0 ? quoted(hostile('indikator')) : 'aterinlaggning_qlik',
          quoted(hostile('niva')),
          quoted(hostile('enhet')),
          `2024-0${n + 1}`,
          '1,5',
          '10',
          quoted(hostile('kalla')),
        ),
      )
      .join('')}`,
  );
  writeFileSync(
    join(folder, 'aktiviteter.csv'),
    `kommun;start;rubrik;status\nLund;2024-03-01;${quoted(hostile('rubrik'))};genomförd\n`,
  );
}

/** Every text a profile may hold, hostile; nothing is hidden, so that all of it reaches a page. */
export const HOSTILE_PROFILE = {
  namn: hostile('profil'),
  utgar_fran: 'skane',
  region: { namn: hostile('region') },
  kommuner: ['1281', '1285'],
  delregioner: [
    { kod: 'mellersta', namn: hostile('delregion'), fran: '2018-01-01', kommuner: ['1281', '1285'] },
  ],
  vardgivare: [{ kod: 'sus', namn: hostile('vg_profil') }],
  rojandekontroll: { troskel: 1 },
  kontakt: hostile('kontakt'),
  tillganglighet: {
    ansvarig: hostile('ansvarig'),
    granskare: hostile('granskare'),
    bedomd: '2024-03-01',
    brister: [{ vad: hostile('brist'), skal: 'undantag', atgard: hostile('atgard') }],
  },
  kallsystem: hostile('kallsystem'),
  betalningsmodell: {
    namn: hostile('modell'),
    kalla: hostile('modellkalla'),
    obekraftat: [hostile('obekraftat')],
  },
  mal: [
    {
      indikator: 'medeldagar_alla',
      niva: 'kommun',
      enheter: 'alla',
      varde: 1,
      riktning: 'hogst',
      beslutad_av: hostile('beslutad_av'),
      fran: '2024-01-01',
    },
  ],
  aktiviteter: [{ kommun: '1285', start: '2024-02-01', rubrik: hostile('aktivitet') }],
};
