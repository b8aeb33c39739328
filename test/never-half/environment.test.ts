import { expect, it } from 'vitest';
import { environmentMessage } from '../../data-loaders/environment.ts';

const withCode = (code: string, path?: string, dest?: string) =>
  Object.assign(new Error(`${code}: something, write`), { code, path, dest });

it.each<[string, unknown, RegExp]>([
  ['a full disk', withCode('ENOSPC'), /^Disken är full\. /],
  ['a full disk that is copied to', withCode('ENOSPC', '/hit', '/dit'), /^Disken är full\. .*\(\/dit\)$/],
  ['a full quota', withCode('EDQUOT'), /^Disken är full\. /],
  [
    'a full disk under DuckDB',
    new Error('IO Error: Could not write: No space left on device'),
    /^Disken är full/,
  ],
  [
    'a full disk as the cause',
    new Error('3_indikatorer/x.sql', { cause: withCode('ENOSPC') }),
    /^Disken är full/,
  ],
  [
    'a disk that can only be read',
    withCode('EROFS', '/webb'),
    /^Disken går bara att läsa från\. .*\(\/webb\)$/,
  ],
  ['no right', withCode('EACCES', '/webb'), /^Rättighet att skriva eller läsa saknas\. .*\(\/webb\)$/],
  ['a folder in use that takes another name', withCode('EBUSY', '/hit', '/dit'), /\(\/hit\)$/],
  ['a folder in use', withCode('EBUSY'), /^En mapp går inte att byta ut: /],
])('%s is the fault of the computer', (_, error, message) => {
  expect(environmentMessage(error)).toMatch(message);
});

it.each([new TypeError('x is undefined'), new Error('Binder Error'), 'text', undefined])(
  '%s is a bug',
  (error) => {
    expect(environmentMessage(error)).toBeNull();
  },
);
