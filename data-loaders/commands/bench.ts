import { join } from 'node:path';
import { markdown } from '../bench/markdown.ts';
import { measure } from '../bench/measure.ts';
import { makeWorkDir } from '../places.ts';
import { createProgress } from '../progress.ts';
import { type Command, DEFAULT_PROFILE, wholeNumber } from './options.ts';
import { withLock } from './run.ts';

const DEFAULT_ROWS = 1_000_000;

export const bench: Command = {
  sammanfattning:
    'Mäter: utdrag till datafiler bredvid DuckDB:s egen inläsning, data.table och pandas; bygget och sidorna.',
  alternativ: {
    rows: { varde: 'ANTAL', hjalp: `antal påhittade vårdtillfällen (${DEFAULT_ROWS})` },
  },
  mer: 'Skriver resultatet som Markdown, att föra in i docs/matningar.md. Rör varken utdrag eller webbplats.',
  run: async (values) => {
    const rows = wholeNumber(values, 'rows', DEFAULT_ROWS, 1);
    const progress = createProgress();
    const figures = await withLock(progress, () =>
      measure({ rows, profile: DEFAULT_PROFILE, folder: join(makeWorkDir(), 'bench'), progress }),
    );
    process.stdout.write(markdown(figures));
  },
};
