import { type Calendar, stamp } from './calendar.ts';
import { between, pick, type Random, runningShares } from './random.ts';
import type { Stay } from './stay.ts';

/** One line of utskrivningsklar.csv as values; moments in minutes since the first day, null = empty field. */
export type Notice = {
  id: string;
  kommun: string;
  ready: number;
  withdrawn: number | null;
  sent: number | null;
  kommunklar: number | null;
  kommunklarSol: number | null;
  kommunklarHsl: number | null;
  hemgangsklar: number | null;
  /** Planned discharge, a date only. */
  planned: number | null;
  admissionNotice: number | null;
  sipCall: number | null;
  process: string;
  behov: string;
  orsak: string;
};

export const NOTICE_HEADER =
  'vardtillfalle_id;kommun;utskrivningsklar;atertagen;underrattelse;kommunklar;kommunklar_sol;kommunklar_hsl;' +
  'hemgangsklar;beraknad_utskrivning;inskrivningsmeddelande;sip_kallelse;process;behov;orsak\n';

const DAY = 1440;
const REASONS = [
  'korttidsplats',
  'utökade insatser',
  'nya insatser',
  'framgår inte',
  'hjälpmedel',
  'särskilt boende',
  'rehab',
  'transport',
  'trygghetslarm',
  'patientens önskan',
  'information',
  'läkemedel',
  'annat',
];
const REASON_SHARES = runningShares([17, 16, 14, 10, 10, 8, 7, 5, 4, 3, 2.5, 2, 1.5]);
const NEEDS = ['oförändrade', 'nytillkomna socialtjänst', 'nytillkomna hälso- och sjukvård', 'avancerade'];
const NEED_SHARES = {
  grön: runningShares([88, 5, 6, 1]),
  gul: runningShares([22, 36, 36, 6]),
  röd: runningShares([5, 40, 38, 17]),
};

function reasons(random: Random): string {
  const first = pick(random, REASON_SHARES);
  if (random() > 0.2) return REASONS[first]!;
  const second = pick(random, REASON_SHARES);
  return first === second ? REASONS[first]! : `${REASONS[first]}|${REASONS[second]}`;
}

/** The moment moved into the day's office hours, 7.30–17.00: kommuner answer and call then. */
function officeHours(moment: number): number {
  const day = Math.floor(moment / DAY) * DAY;
  const minute = moment - day;
  return minute >= 450 && minute < 1020 ? moment : day + 450 + ((minute * 7) % 570);
}

/** The standing notice of a stay with all it may carry. Nothing of it lies after `end` but the planned date. */
function standing(random: Random, stay: Stay, ready: number, id: string, kommun: string): Notice {
  const waited = Math.floor(stay.discharged / DAY) - Math.floor(ready / DAY);
  const leg =
    waited === 0
      ? -between(random, 30, 600)
      : Math.floor((stay.discharged - ready) * (0.25 + 0.65 * random()));
  const said = random();
  // A few leave before the day the kommun has said that it can begin.
  const begins = said > 0.97 ? stay.discharged + DAY : ready + leg;
  const kommunklar = said < 0.06 ? null : Math.max(stay.admitted, officeHours(begins));
  const both = stay.process === 'röd' || random() < 0.25;
  const earlier =
    kommunklar === null
      ? null
      : Math.min(kommunklar, Math.max(stay.admitted, officeHours(kommunklar - between(random, 0, 900))));
  const socialLast = random() < 0.6;
  const called = stay.process === 'röd' ? 0.92 : stay.process === 'gul' ? 0.3 : 0;
  const off = random() < 0.5 ? 0 : between(random, -2, 2);
  return {
    id,
    kommun,
    ready,
    withdrawn: null,
    sent: random() < 0.985 ? ready + between(random, 2, 150) : null,
    kommunklar,
    kommunklarSol: socialLast || both ? (socialLast ? kommunklar : earlier) : null,
    kommunklarHsl: !socialLast || both ? (socialLast ? earlier : kommunklar) : null,
    hemgangsklar: random() < 0.85 ? Math.min(stay.discharged, ready + between(random, -120, 700)) : null,
    planned: random() < 0.94 ? Math.max(stay.admitted, stay.discharged + off * DAY) : null,
    admissionNotice: random() < 0.97 ? stay.admitted + Math.floor(random() ** 2 * 2400) : null,
    sipCall:
      random() < called ? Math.max(ready, officeHours(ready + Math.floor(random() ** 1.5 * 4 * DAY))) : null,
    process: random() < 0.99 ? stay.process : '',
    behov: NEEDS[pick(random, NEED_SHARES[stay.process])]!,
    orsak: waited > 0 && random() < 0.96 ? reasons(random) : '',
  };
}

/**
 * The notices of a stay in order of time: usually one; some were withdrawn and renewed, some withdrawn for good
 * (then the stay is no case), some repeated without withdrawal.
 */
export function noticesOf(random: Random, stay: Stay, id: string, kommun: string): Notice[] {
  if (stay.ready === null) return [];
  const last = standing(random, stay, stay.ready, id, kommun);
  const drawn = random();
  const room = stay.ready - stay.admitted;
  if (drawn < 0.035 && room > 2 * DAY) {
    const ready = stay.admitted + Math.floor(room * (0.3 + 0.4 * random()));
    const withdrawn = ready + between(random, 60, Math.max(61, stay.ready - ready - 30));
    const planned = last.planned === null ? null : Math.max(stay.admitted, last.planned - DAY);
    const first = {
      ...last,
      ready,
      withdrawn,
      planned,
      sent: ready + 15,
      kommunklar: null,
      kommunklarSol: null,
    };
    return [{ ...first, kommunklarHsl: null, hemgangsklar: null, sipCall: null, orsak: '' }, last];
  }
  if (drawn < 0.047) {
    return [
      { ...last, withdrawn: Math.min(stay.discharged, stay.ready + between(random, 60, DAY)), orsak: '' },
    ];
  }
  if (drawn < 0.075 && stay.discharged - stay.ready > DAY) {
    const again = stay.ready + between(random, 120, DAY - 60);
    // Every other repetition also moves the planned day, a few of them on the day itself.
    const planned = drawn < 0.061 && last.planned !== null ? last.planned + DAY : last.planned;
    const sent = drawn < 0.05 ? stay.discharged - 60 : last.sent;
    return [last, { ...last, ready: again, planned, sent, behov: NEEDS[1]! }];
  }
  return [last];
}

/** The notice as a CSV line; what lies after the last day is not known yet and is left empty. */
export function noticeLine(calendar: Calendar, notice: Notice): string {
  const end = calendar.days * DAY;
  const at = (moment: number | null) => (moment === null || moment >= end ? '' : stamp(calendar, moment));
  const planned = notice.planned === null ? '' : calendar.date[Math.floor(notice.planned / DAY)];
  return (
    `${notice.id};${notice.kommun};${at(notice.ready)};${at(notice.withdrawn)};${at(notice.sent)};` +
    `${at(notice.kommunklar)};${at(notice.kommunklarSol)};${at(notice.kommunklarHsl)};${at(notice.hemgangsklar)};` +
    `${planned};${at(notice.admissionNotice)};${at(notice.sipCall)};${notice.process};${notice.behov};${notice.orsak}\n`
  );
}
