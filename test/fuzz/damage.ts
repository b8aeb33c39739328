import { between, type Random } from '../../data-loaders/demo/random.ts';

type Damage = (bytes: Buffer, random: Random) => Buffer;

const place = (random: Random, bytes: Buffer) => between(random, 0, Math.max(0, bytes.length - 1));
const noise = (random: Random, length: number) =>
  Buffer.from(Array.from({ length }, () => between(random, 0, 255)));

function insert(bytes: Buffer, at: number, added: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
}

/** What can happen to a file on its way: nothing is known of its rows afterwards. */
export const DAMAGES: Record<string, Damage> = {
  'bytes changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let n = between(random, 1, 12); n > 0 && changed.length > 0; n--)
      changed[place(random, changed)] = between(random, 0, 255);
    return changed;
  },
  'bits flipped': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let n = between(random, 1, 4); n > 0 && changed.length > 0; n--)
      changed[place(random, changed)]! ^= 1 << between(random, 0, 7);
    return changed;
  },
  'cut short': (bytes, random) => bytes.subarray(0, place(random, bytes)),
  'beginning lost': (bytes, random) => bytes.subarray(place(random, bytes)),
  'a piece lost': (bytes, random) => {
    const at = place(random, bytes);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + between(random, 1, 300))]);
  },
  'a piece twice': (bytes, random) => {
    const at = place(random, bytes);
    return insert(bytes, at, bytes.subarray(at, at + between(random, 1, 300)));
  },
  'NULs put in': (bytes, random) =>
    insert(bytes, place(random, bytes), Buffer.alloc(between(random, 1, 600))),
  'noise put in': (bytes, random) =>
    insert(bytes, place(random, bytes), noise(random, between(random, 1, 40))),
  'quotes put in': (bytes, random) =>
    insert(bytes, place(random, bytes), Buffer.from('"'.repeat(between(random, 1, 3)))),
  'line ends put in': (bytes, random) =>
    insert(bytes, place(random, bytes), Buffer.from(['\n', '\r', '\r\n', '\n\n\n'][between(random, 0, 3)]!)),
  'a long line': (bytes, random) =>
    insert(bytes, place(random, bytes), Buffer.alloc(between(random, 1, 3) << 20, 'x')),
  'noise after': (bytes, random) => Buffer.concat([bytes, noise(random, between(random, 1, 200))]),
  'only noise': (_, random) => noise(random, between(random, 0, 2000)),
  'another mark': (bytes, random) =>
    insert(
      bytes,
      0,
      Buffer.from(
        [
          [0xff, 0xfe],
          [0xfe, 0xff],
          [0xef, 0xbb, 0xbf],
          [0x1f, 0x8b],
          [0x50, 0x4b, 3, 4],
        ][between(random, 0, 4)]!,
      ),
    ),
};
