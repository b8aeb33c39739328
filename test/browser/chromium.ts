import { findProgram } from './install.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Arguments that keep Chromium from calling out and let it run without a display or as root. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a browser: CHROMIUM_PATH, else a known place, else installed with apt-get where we may. Throws if none. */
export function findChromium(): string {
  return (
    process.env.CHROMIUM_PATH ??
    findProgram(places, 'chromium', 'Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.')
  );
}
