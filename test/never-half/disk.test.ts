import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, leftovers, type Project, stateOf, treeDigest } from './project.ts';

/** A disk of its own takes a name space of its own: Linux, and the right to make one. */
const MAY_MOUNT =
  spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
if (!MAY_MOUNT) console.log('Full disks are not tested: this user may not mount a small one.');

let project: Project;
let out: string;
let extracts: string;

beforeAll(async () => {
  if (!MAY_MOUNT) return;
  project = copyProject();
  out = join(dirname(project.root), 'ut', 'dist');
  const { ended } = project.start('--extracts', await project.extracts('a', 1), '--out', out);
  expect(await ended).toMatchObject({ code: 0, err: expect.not.stringContaining('Programfel') });
  extracts = await project.extracts('b', 2);
});
afterAll(() => {
  if (MAY_MOUNT) rmSync(dirname(project.root), { recursive: true, force: true });
});

/**
 * Runs the script with `$folder` on a disk of its own that has room for what it holds and `free` kilobytes more. The folder is as
 * the script left it afterwards.
 */
function onSmallDisk(
  folder: string,
  free: number,
  script: string,
): { status: number | null; stderr: string } {
  const mount = `
    set -e
    cp -a "$folder" "$folder.kopia"
    # Such a disk gives out whole pages.
    used=$(find "$folder" -printf '%s\\n' | awk '{ sum += int(($1 + 4095) / 4096) * 4 } END { print sum }')
    mount -t tmpfs -o size=$((used + ${free}))k tmpfs "$folder"
    cp -a "$folder.kopia/." "$folder/"
    status=0; (${script}) || status=$?
    rm -rf "$folder.kopia"; cp -a "$folder" "$folder.kopia"
    exit $status`;
  const { status, stderr } = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', mount], {
    cwd: project.root,
    env: { ...process.env, folder },
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  cpSync(`${folder}.kopia`, folder, { recursive: true, preserveTimestamps: true });
  rmSync(`${folder}.kopia`, { recursive: true });
  return { status, stderr };
}

const build = () =>
  `"${process.execPath}" --import tsx data-loaders/cli.ts build --profile "${project.profile}" --extracts "${extracts}" --out "${out}"`;

it.skipIf(!MAY_MOUNT).each([
  ['database', () => join(project.root, '.warehouse'), 500],
  ['published files', () => join(project.root, '.warehouse'), 4_000],
  ['page data', () => join(project.root, 'src'), 100],
])('a disk that is full (%s) is told, and the former site and warehouse stay', async (_, folder, free) => {
  const before = await stateOf(project, out);
  const { status, stderr } = onSmallDisk(folder(), free, build());
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^Disken är full\. /m) });
  expect(stderr).not.toMatch(/Programfel|\bat .*:\d+:\d+/);
  expect(await stateOf(project, out)).toEqual(before);
  expect(leftovers(dirname(project.root))).toEqual([]);
});

it.skipIf(!MAY_MOUNT)('a disk that is full when the pages are written leaves the former site', async () => {
  const { site } = await stateOf(project, out);
  const { status, stderr } = onSmallDisk(dirname(out), 1_000, build());
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^Disken är full\. /m) });
  const after = await stateOf(project, out);
  expect(after.site).toBe(site);
  expect(after.rows).toMatch(/^\w{64} \d+$/m);
  expect(leftovers(dirname(project.root))).toEqual([]);
});

it.skipIf(!MAY_MOUNT)('an output folder that is a disk of its own is refused before anything is read', () => {
  const before = treeDigest(out);
  const { status, stderr } = onSmallDisk(out, 100_000, build());
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('är en monteringspunkt') });
  expect(treeDigest(out)).toBe(before);
});

it.skipIf(!MAY_MOUNT)('a disk that can only be read is told, for demo extracts too', () => {
  const folder = dirname(out);
  const readOnly = 'mount -o remount,ro "$folder"';
  const demo = `"${process.execPath}" --import tsx data-loaders/cli.ts demo --rows 10 --out "${folder}/utdrag"`;
  for (const command of [build(), demo]) {
    const { status, stderr } = onSmallDisk(folder, 100_000, `${readOnly}; ${command}`);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('rättighet att skriva saknas'),
    });
  }
});
