// Takes the pictures of docs/images: `npm run screenshots`, with pngquant and the fonts of tools/apt-packages-dev.txt.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, LAPTOP, PHONE } from './browser.mjs';
import { serve } from './serve.mjs';
import { settled } from './settled.mjs';

const IMAGES = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/images');
mkdirSync(IMAGES, { recursive: true });

const VIEWS = {
  ledger: async (page, address) => {
    await page.goto(address);
    await settled(page);
    await page.waitForSelector('.map .marker', { timeout: 60_000 });
    await page.waitForTimeout(500);
  },
  story: async (page, address) => {
    await page.goto(`${address}?view=crisis&text=Halvorsen&type=REJECT`);
    await settled(page);
    await page.locator('.wire .record-line a').first().click();
    await page.waitForSelector('.note.active');
    await settled(page);
  },
  try: async (page, address) => {
    await page.goto(`${address}?view=try`);
    await page.getByRole('button', { name: 'Use an example' }).click();
    await page.locator('.note', { hasText: 'AGREE' }).first().click();
  },
  reviews: async (page, address) => {
    await page.goto(`${address}?view=review`);
    await settled(page);
  },
};

/** Some reviews, so that there are figures to show. */
async function review(page, address) {
  const { items } = await (await page.request.get(`${address}api/v1/events?limit=60`)).json();
  for (const [i, { id }] of items.entries()) {
    const verdict = i % 7 === 3 ? 'wrong' : i % 9 === 4 ? 'fixed' : 'right';
    const data = { record: id, verdict, by: i % 3 ? 'Ada' : 'Lise', ...(verdict === 'fixed' && { changes: { type: 'REQUEST' } }) };
    await page.request.post(`${address}api/v1/corrections`, { data, headers: { 'X-Annals-Write': '1' } });
  }
}

const server = await serve({ hostile: false });
async function take(names) {
  for (const [size, viewport] of Object.entries({ laptop: LAPTOP, phone: PHONE })) {
    for (const colorScheme of ['light', 'dark']) {
      const { browser, stop } = await launch({ colorScheme, viewport, hasTouch: size === 'phone' });
      const page = await browser.newPage();
      for (const name of names) {
        await VIEWS[name](page, server.page);
        const path = join(IMAGES, `${name}-${size}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: name === 'ledger' && size === 'laptop' });
        execFileSync('pngquant', ['--force', '--ext', '.png', '--strip', '--speed', '1', '--quality', '60-90', path]);
      }
      await stop();
    }
  }
}

try {
  await take(['ledger', 'story', 'try']);
  const { browser, stop } = await launch();
  await review(await browser.newPage(), server.page);
  await stop();
  await take(['reviews']);
} finally {
  await server.stop();
}
