import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { between, seededRandom } from '../../data-loaders/demo/random.ts';
import {
  copyProject,
  leftovers,
  type Project,
  processesIn,
  type State,
  stateOf,
  treeDigest,
} from './project.ts';

const LONG = process.env.LONG === '1';
const KILLS = LONG ? 100 : 2;
const SIGNALS = ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'] as const;
const EXIT = { SIGKILL: null, SIGTERM: 143, SIGINT: 130 };

let project: Project;
let out: string;
let extracts: string[];
/** How long a build takes here, in milliseconds. */
let duration: number;

beforeAll(async () => {
  project = copyProject();
  out = join(dirname(project.root), 'dist');
  extracts = [await project.extracts('a', 1), await project.extracts('b', 2)];
});
afterAll(() => rmSync(dirname(project.root), { recursive: true, force: true }));

async function build(version: number): Promise<State> {
  const { ended } = project.start('--extracts', extracts[version]!, '--out', out, '--force');
  expect(await ended).toMatchObject({ code: 0, err: expect.not.stringContaining('Programfel') });
  expect(leftovers(dirname(project.root))).toEqual([]);
  return await stateOf(project, out);
}

const inputs = (site: string): unknown =>
  JSON.parse(readFileSync(join(site, 'data', 'manifest.json'), 'utf8')).inputs;

it('two builds at once, each to its own folder: one waits for the other, and both are right', {
  timeout: 600_000,
}, async () => {
  const other = join(dirname(project.root), 'annan');
  const started = performance.now();
  const first = project.start('--extracts', extracts[1]!, '--out', other);
  await first.said('Läser utdragen');
  const second = project.start('--extracts', extracts[0]!, '--out', out);
  const ends = await Promise.all([first.ended, second.ended]);
  duration = (performance.now() - started) / 2;
  expect(ends).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(ends[1].err).toContain(`Väntar på ett annat bygge (process ${first.child.pid})`);
  expect(inputs(other)).not.toEqual(inputs(out));
  expect(leftovers(dirname(project.root))).toEqual([]);
});

it('a build of the same once more does nothing and says so', async () => {
  const times = () =>
    [out, join(project.root, '.warehouse', 'warehouse.duckdb')].map((path) => statSync(path));
  const before = [treeDigest(out), times()];
  const { ended } = project.start('--extracts', extracts[0]!, '--out', out);
  expect(await ended).toEqual({
    code: 0,
    signal: null,
    out: `Inget har ändrats sedan webbplatsen i ${out} byggdes. Bygg ändå med --force.\n`,
    err: '',
  });
  expect([treeDigest(out), times()]).toEqual(before);
});

it('a forced one reads no file that has not changed, and gives the same bytes', async () => {
  const before = await stateOf(project, out);
  const { ended } = project.start('--extracts', extracts[0]!, '--out', out, '--force');
  expect(await ended).toMatchObject({ code: 0, err: expect.stringMatching(/^Läste 0 av \d filer/m) });
  expect(await stateOf(project, out)).toEqual(before);
});

it(`${KILLS} builds killed at any moment leave the former site and warehouse, or the new ones, whole`, {
  timeout: KILLS * 120_000 + 240_000,
}, async () => {
  const random = seededRandom(20_260_101);
  const whole = [await stateOf(project, out)];
  if (LONG) whole.push(await build(1), await build(0));
  const seen: (State & { after: string })[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const signal = SIGNALS[between(random, 0, SIGNALS.length - 1)]!;
    const atSwap = random() < 0.2;
    const moment = atSwap ? between(random, 0, 60) : random() * duration;
    const after = `kill ${kill}: ${signal} ${atSwap ? 'at the swap, ' : ''}after ${Math.round(moment)} ms`;
    const before = leftovers(dirname(project.root));
    const { child, ended, said } = project.start('--extracts', extracts[1]!, '--out', out, '--force');
    if (atSwap) await said('Byter ut webbplatsen');
    await Promise.race([sleep(moment), ended]);
    child.kill(signal);
    const end = await ended;
    // Before the program listens for a signal it ends of it; killed, it cannot listen.
    expect([0, EXIT[signal], null], after).toContain(end.code);
    for (let wait = 0; wait < 50 && processesIn(project.root).length > 0; wait++) await sleep(100);
    expect(processesIn(project.root), after).toEqual([]);
    const more = leftovers(dirname(project.root)).filter((name) => !before.includes(name));
    if (signal !== 'SIGKILL') expect(more, after).toEqual([]);
    seen.push({ after, ...(await stateOf(project, out)) });
    // Every killed build is the next one of the former, too; now and then one is let to its end.
    if (LONG && kill % 5 === 4) expect(await build(0), `${after}, the next build`).toEqual(whole[0]);
  }
  whole[1] ??= await build(1);
  for (const { after, site, rows } of seen) {
    expect([whole[0]!.site, whole[1].site], after).toContain(site);
    expect([whole[0]!.rows, whole[1].rows], after).toContain(rows);
  }
  expect(whole[0]!.rows).not.toBe(whole[1].rows);
});
