import { parseArgs } from 'node:util';
import { UsageError } from '../errors.ts';

/** Profile used when none is named. */
export const DEFAULT_PROFILE = 'skane';

/** One option of a command: `--<name> <VALUE>`, or `--<name>` alone without `varde`. */
export type Option = { varde?: string; hjalp: string };

export type Command = {
  /** One line in the list of commands. */
  sammanfattning: string;
  alternativ: Record<string, Option>;
  /** What the command writes and how it ends, printed last in its help. */
  mer: string;
  run: (values: Values) => Promise<void>;
};

export const PROFILE_OPTION: Option = { varde: 'NAMN|FIL', hjalp: `regionens profil (${DEFAULT_PROFILE})` };

/** What a command that reads extracts is given. */
export const INPUT_OPTIONS: Record<string, Option> = {
  extracts: { varde: 'MAPP', hjalp: 'mapp med utdrag; annars extracts/, och är den tom påhittade utdrag' },
  profile: PROFILE_OPTION,
};

/** What was given for each option, `''` for one that takes no value. */
export type Values = Record<string, string | undefined>;

/** The values of a command's options, or null if help was asked for. Throws UsageError for anything unknown. */
export function parseOptions(command: Command, args: string[]): Values | null {
  const names = Object.keys(command.alternativ);
  const options = Object.fromEntries(
    Object.entries(command.alternativ).map(([name, { varde }]) => [
      name,
      { type: varde === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const eaten = names.find((name) => process.env[`npm_config_${name}`] !== undefined);
  if (eaten)
    throw new UsageError(`--${eaten} nådde inte programmet. Skriv "--" före: npm run … -- --${eaten} ….`);
  try {
    const { values } = parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: false,
    });
    const { help, ...rest } = values;
    const given = Object.entries(rest).map(([name, value]) => [name, value === true ? '' : value]);
    return help ? null : (Object.fromEntries(given) as Values);
  } catch (error) {
    throw new UsageError(explain(error as NodeJS.ErrnoException, names));
  }
}

/** Node's English message about an argument, in Swedish and with the way out. */
function explain(error: NodeJS.ErrnoException, names: string[]): string {
  const argument = /'([^' ]+)/.exec(error.message)?.[1] ?? '';
  const known = names.map((name) => `--${name}`).join(', ');
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `okänt alternativ "${argument}". Alternativen är ${known}.`;
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return `oväntat ord "${argument}". Alternativ skrivs efter "--": npm run … -- --${names[0]} ….`;
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `alternativet ${argument} är ofullständigt eller fick ett värde det inte tar.`;
  throw error;
}

/** A whole number ≥ `least`, or `otherwise` if the option is not given. Throws UsageError. */
export function wholeNumber(values: Values, name: string, otherwise: number, least = 0): number {
  const text = values[name];
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} "${text}" är inte ett heltal på minst ${least}.`);
}

/** Help for one command. */
export function helpFor(name: string, command: Command): string {
  const entries = Object.entries(command.alternativ).map(
    ([option, { varde, hjalp }]) => [varde ? `--${option} ${varde}` : `--${option}`, hjalp] as const,
  );
  const rows = [...entries, ['--help', 'visa den här hjälpen'] as const];
  const width = Math.max(...rows.map(([left]) => left.length));
  const usage = entries.map(([left]) => `[${left}]`).join(' ');
  return [
    `${command.sammanfattning}\n`,
    `Användning: npm run ${name} -- ${usage}\n`,
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    `\n${command.mer}\n`,
  ].join('\n');
}
