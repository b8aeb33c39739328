/** The columns of staged rows, of a row as a supplier writes it. */
import type { Row } from './stage.ts';
import type { ExtractRow } from './world.ts';

export function stayColumns(row: ExtractRow, kommuner: string[]): Row {
  return {
    vardtillfalle_id: row.vardtillfalle_id ?? null,
    patient_id: row.patient_id ?? null,
    kommun: row.kommun ?? null,
    utomlans: row.kommun ? !kommuner.includes(String(row.kommun)) : false,
    vardgivare: row.vardgivare ?? null,
    klinik_kod: row.klinik ?? null,
    vardform: row.vardform ?? null,
    in_datum: day(row.inskrivning),
    in_tid: clock(row.inskrivning),
    ut_datum: day(row.utskrivning),
    ut_tid: clock(row.utskrivning),
    utskriven_till: row.utskriven_till ?? null,
    oplanerad: flag(row.oplanerad),
    fodelsear: row.fodelsear ?? null,
  };
}

export function noticeColumns(row: ExtractRow): Row {
  return {
    kommun: row.kommun ?? null,
    vardgivare: row.vardgivare ?? null,
    klar_datum: day(row.utskrivningsklar),
    klar_tid: clock(row.utskrivningsklar),
    atertagen_datum: day(row.atertagen),
    atertagen_tid: clock(row.atertagen),
    underrattelse_datum: day(row.underrattelse),
    underrattelse_tid: clock(row.underrattelse),
    kommunklar_datum: day(row.kommunklar),
    kommunklar_sol_datum: day(row.kommunklar_sol),
    kommunklar_hsl_datum: day(row.kommunklar_hsl),
    beraknad_utskrivning_datum: day(row.beraknad_utskrivning),
    inskrivningsmeddelande_datum: day(row.inskrivningsmeddelande),
    inskrivningsmeddelande_tid: clock(row.inskrivningsmeddelande),
    sip_kallelse_datum: day(row.sip_kallelse),
    process: row.process ?? null,
    behov: row.behov ?? null,
    orsak: row.orsak ?? null,
  };
}

export const day = (value: ExtractRow[string] | undefined) => (value ? String(value).slice(0, 10) : null);
const clock = (value: ExtractRow[string] | undefined) =>
  String(value ?? '').length > 10 ? String(value) : null;
export const flag = (value: ExtractRow[string] | undefined) =>
  value === undefined || value === null ? null : value === 'ja';
