import type { WriteStream } from 'node:tty';

export type Progress = {
  /** A new step has begun. */
  step: (text: string) => void;
  /** Nothing more to tell: leaves the terminal at the start of an empty line. */
  end: () => void;
};

type Stream = Pick<WriteStream, 'write'> & { isTTY?: boolean; columns?: number };

const CLEAR_LINE = '\r\u001b[K';

/** What the program is doing, on stderr: one line that is rewritten in a terminal, one plain line a step otherwise. */
export function createProgress(stream: Stream = process.stderr): Progress {
  if (!stream.isTTY) return { step: (text) => stream.write(`${text}\n`), end: () => {} };
  return {
    step: (text) => stream.write(CLEAR_LINE + text.slice(0, (stream.columns ?? 80) - 1)),
    end: () => stream.write(CLEAR_LINE),
  };
}

/** Says nothing: for tests and measurements. */
export const silent: Progress = { step: () => {}, end: () => {} };
