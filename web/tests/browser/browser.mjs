// Debian's Chromium for the tests of the page: without a window, with WebGL in software, and with no work of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SOFTWARE_WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const NO_WEBGL = ['--disable-gpu', '--disable-3d-apis'];

export const LAPTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A browser with an empty profile. Close it by its `stop`. */
export async function launch({ webgl = true, ...context } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'annals-browser-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.ANNALS_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [...QUIET, ...(webgl ? SOFTWARE_WEBGL : NO_WEBGL)],
    viewport: LAPTOP,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...context,
  });
  const stop = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { browser, stop };
}
