/** What to undo when the command is stopped: half-written folders, child processes. Undone in reverse order. */
const undo: (() => void | Promise<void>)[] = [];
let listening = false;

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Registers `clean` for SIGINT and SIGTERM until the returned function is called. */
export function onInterrupt(clean: () => void | Promise<void>): () => void {
  if (!listening) {
    listening = true;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(signal));
  }
  undo.push(clean);
  return () => {
    const position = undo.indexOf(clean);
    if (position >= 0) undo.splice(position, 1);
  };
}

async function leave(signal: 'SIGINT' | 'SIGTERM'): Promise<never> {
  for (const clean of undo.splice(0).reverse()) await clean();
  process.exit(EXIT_CODES[signal]);
}
