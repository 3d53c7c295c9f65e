// Everybody can use it: axe finds no violation on any view, in light and dark, on a laptop and a phone; without WebGL,
// without a server and without a story the page says what to do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { launch, LAPTOP, PHONE } from './browser.mjs';
import { address, settled, tab } from './fixture.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), TAGS);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
}

/** Brings a page to the state of each view that is worth a look, and names it. */
const VIEWS = {
  'at a glance': async (page) => {
    await page.goto(address());
    await settled(page);
  },
  'at a glance, as lists, narrowed': async (page) => {
    await page.goto(address('?involving=Norway'));
    await settled(page);
    for (const button of await page.getByRole('button', { name: 'As a list' }).all()) await button.click();
  },
  'a story with a record to correct': async (page) => {
    await page.goto(address('?story=1'));
    await settled(page);
    await page.locator('.note .head').first().click();
    await page.getByRole('button', { name: 'Correct …' }).click();
  },
  'try it': async (page) => {
    await page.goto(address('?view=try'));
    await page.getByRole('button', { name: 'Use an example' }).click();
    await page.waitForSelector('.note');
  },
  reviews: async (page) => {
    await page.goto(address('?view=review'));
    await settled(page);
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries({ laptop: LAPTOP, phone: PHONE })) {
    test(`axe finds no violation, ${colorScheme}, on a ${size}`, async () => {
      const { browser, stop } = await launch({ colorScheme, viewport });
      try {
        const { page } = await tab(browser);
        for (const [name, go] of Object.entries(VIEWS)) {
          await go(page);
          assert.deepEqual(await violations(page), [], name);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${name} is ${wide} pixels too wide for a ${size}`);
        }
      } finally {
        await stop();
      }
    });
  }
}

test('the choice of light or dark is kept', async () => {
  const { page } = await tab();
  await page.goto(address('?view=review'));
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.getByRole('button', { name: 'Use light colours' }).click();
  await page.close();
});

test('without WebGL the places are a list that says why', async () => {
  const { browser, stop } = await launch({ webgl: false });
  try {
    const { page, complaints } = await tab(browser);
    await page.goto(address());
    await settled(page);
    assert.match(await page.locator('.panel.map').textContent(), /no WebGL/);
    await page.locator('.panel.map td, .panel.map th').first().waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await stop();
  }
});

test('what goes wrong is said, with what to do', async () => {
  const { page } = await tab();
  await page.goto(address('?story=999999'));
  await page.locator('.message.failed').waitFor();
  assert.ok((await page.locator('.message.failed').textContent()).length > 20);
  await page.route('**/api/v1/events*', (route) => route.abort());
  await page.goto(address());
  await page.locator('.wire .message.failed').waitFor();
  assert.match(await page.locator('.wire .message.failed').textContent(), /annals serve is still running/);
  await page.unroute('**/api/v1/events*');
  await page.locator('.wire').getByRole('button', { name: 'Try again' }).click();
  await page.locator('.wire .record-line').first().waitFor();
  await page.goto(address('?involving=Nobody+At+All'));
  await settled(page);
  assert.match(await page.locator('.wire .message').textContent(), /No events under these filters/);
  await page.close();
});
