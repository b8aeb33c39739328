import { environmentMessage } from '../environment.ts';
import { DataError, printable, UsageError } from '../errors.ts';
import { type Command, helpFor, parseOptions } from './options.ts';

const EXIT = { done: 0, data: 1, usage: 2, bug: 70 } as const;

const COMMANDS: Record<string, () => Promise<Command>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  demo: async () => (await import('./demo.ts')).demo,
  dev: async () => (await import('./dev.ts')).dev,
  cases: async () => (await import('./cases.ts')).cases,
  explain: async () => (await import('./explain.ts')).explain,
  bench: async () => (await import('./bench.ts')).bench,
};

async function overview(): Promise<string> {
  const lines: string[] = [];
  // One after the other: Node 20 cannot have a module both required and imported at the same time.
  for (const [name, load] of Object.entries(COMMANDS)) {
    lines.push(`  npm run ${name.padEnd(7)} ${(await load()).sammanfattning}`);
  }
  return [
    'Utskrivningsklar: från utdrag till publicerad webbplats.\n',
    ...lines,
    '\nVarje kommando förklarar sig med: npm run <kommando> -- --help',
    'Slutkoder: 0 klart, 1 fel i utdragen, profilen eller datorn (full disk), 2 fel användning; annat är ett programfel.\n',
  ].join('\n');
}

/** Runs one command line and returns its exit code. Messages go to stderr, help and reports to stdout. */
export async function main([name, ...args]: string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h') {
      process.stdout.write(await overview());
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load)
      throw new UsageError(`okänt kommando "${name}". Kommandona är ${Object.keys(COMMANDS).join(', ')}.`);
    const command = await load();
    const values = parseOptions(command, args);
    if (values) await command.run(values);
    else process.stdout.write(helpFor(name, command));
    return EXIT.done;
  } catch (error) {
    if (error instanceof DataError) return fail(error.message, EXIT.data);
    if (error instanceof UsageError) return fail(error.message, EXIT.usage);
    const environment = environmentMessage(error);
    if (environment !== null) return fail(environment, EXIT.data);
    return fail(`Programfel: ${error instanceof Error ? error.stack : String(error)}`, EXIT.bug);
  }
}

/** Also a bug's message, in which the database may quote a value, is written without personnummer. */
function fail(message: string, code: number): number {
  process.stderr.write(`${printable(message)}\n`);
  return code;
}
