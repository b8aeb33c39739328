import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KINDS, SLAG } from '../../data-loaders/extracts/kinds.ts';
import { profileSchema } from '../../data-loaders/profile/schema.ts';
import { KODER } from '../../data-loaders/report/koder.ts';

test('docs/fel.md: every message that stops the build is in the program as it is quoted', () => {
  const doc = readFileSync('docs/fel.md', 'utf8').split('## Drabbar en rad')[0]!;
  const quoted = [...doc.matchAll(/^\| [^|]+ \| ([A-ZÅÄÖ…][^|]+) \|$/gm)]
    .map(([, text]) => text!)
    .filter((text) => text !== 'Meddelandet börjar');
  const source = ['extracts', 'profile', 'report', 'series']
    .flatMap((folder) =>
      readdirSync(`data-loaders/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`data-loaders/${folder}/${file}`, 'utf8')),
    )
    .join('\n')
    .replaceAll(/\$\{[^}]*\}/g, '…')
    .replaceAll(/['`] \+\s+['`]/g, '');
  expect(quoted.length).toBeGreaterThan(20);
  const parts = quoted.flatMap((text) => text.split(' / '));
  expect(parts.filter((part) => !source.includes(part))).toEqual([]);
});

test('docs/fel.md lists every code, and only those, as the SQL and the list have them', () => {
  const doc = readFileSync('docs/fel.md', 'utf8');
  const documented = [...doc.matchAll(/^\| `([a-z_]+)` \| ([a-zåäö, ]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, kod, blir, text, atgard]) => ({ kod, blir, text, atgard }),
  );
  const blir = { avvisad: 'avvisas', struken: 'uppgiften stryks', anmarkning: 'anmärkning' };
  expect(documented).toEqual(
    Object.entries(KODER).map(([kod, { typer, text, atgard }]) => ({
      kod,
      blir: typer.map((typ) => blir[typ]).join(', '),
      text,
      atgard,
    })),
  );
  const sql = ['queries/1_staging', 'queries/2_vardtillfallen']
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))
    .join('\n')
    // A code may stand before the column it is about.
    .replaceAll(/'([a-z_]+):[a-z_]+'/g, "'$1'");
  const elsewhere = ['summarad', 'fel_antal_falt', 'trasigt_citattecken', 'andra_kolumner'];
  for (const kod of Object.keys(KODER)) if (!elsewhere.includes(kod)) expect(sql).toContain(`'${kod}'`);
});

test('docs/utdrag.md describes every column of every kind', () => {
  const doc = readFileSync('docs/utdrag.md', 'utf8');
  for (const slag of SLAG) {
    const section =
      new RegExp(`^## \`${slag}\\*\`[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, 'm').exec(doc)?.[0] ?? '';
    const listed = [...section.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([a-z_]+)`/g)].map(([, column]) => column),
    );
    expect([slag, listed.sort()]).toEqual([slag, [...KINDS[slag].columns].sort()]);
  }
});

test('docs/profil.md lists every key, and every one of a payment model', () => {
  const [keys, model] = ['Nycklar', 'Betalningsmodell'].map((heading) => {
    const doc = readFileSync('docs/profil.md', 'utf8');
    const section = new RegExp(`^## ${heading}\n[\\s\\S]*?(?=^## )`, 'm').exec(doc)?.[0] ?? '';
    return [...section.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([a-z_]+)`/g)].map(([, key]) => key),
    );
  });
  expect(keys!.sort()).toEqual(Object.keys(profileSchema.entries).sort());
  expect(model!.sort()).toEqual(Object.keys(profileSchema.entries.betalningsmodell.wrapped.entries).sort());
});
