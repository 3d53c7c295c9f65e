// Stories are hostile: scripts in titles, names, quotes and addresses must do nothing but be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, settled, tab } from './fixture.mjs';

const PAYLOAD = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">';
// Members whose values the page takes for codes, numbers or days; every other text becomes the payload.
const CODES = new Set(['kind', 'id', 'type', 'factuality', 'qualifier', 'status', 'form', 'verdict', 'bin', 'day', 'start', 'end', 'first', 'last', 'published', 'unit', 'next', 'measure', 'from', 'to']);

function poison(value, name = '') {
  if (Array.isArray(value)) return value.map((one) => poison(one, name));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one, key)]));
  if (typeof value !== 'string' || CODES.has(name)) return value;
  return name === 'url' ? 'javascript:window.hacked=1' : name === 'text' && value.length > 300 ? value.replaceAll('. ', `. ${PAYLOAD} `) : PAYLOAD;
}

async function unharmed(page, complaints) {
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  const found = await page.evaluate(() => ({
    scripts: document.querySelectorAll('body script, img, body svg [onload], [onerror], [onmouseover]').length,
    links: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
    blank: [...document.querySelectorAll('a[target]')].filter((a) => !/noopener/.test(a.rel) || !/noreferrer/.test(a.rel)).length,
  }));
  assert.deepEqual(found, { scripts: 0, links: [], blank: 0 });
  assert.deepEqual(complaints, []);
}

test('hostile stories in a real ledger are shown as text', async () => {
  const { page, complaints } = await tab();
  await page.goto(address('?text=greeting'));
  await page.locator('.wire').getByRole('button', { name: 'Stories' }).click();
  await settled(page);
  const story = page.locator('.record-line.story a').first();
  assert.match(await story.textContent(), /<script>window\.hacked=1<\/script>/);
  await unharmed(page, complaints);
  await story.click();
  await settled(page);
  assert.match(await page.locator('.story-text').textContent(), /<img src=x onerror=window\.hacked=1>/);
  assert.equal(await page.locator('a.out').count(), 0, 'an address that is no web address is no link');
  for (const note of await page.locator('.note .head').all()) await note.hover();
  await unharmed(page, complaints);
  await page.close();
});

test('a web address becomes a link that tells nothing', async () => {
  const { page } = await tab();
  await page.goto(address('?text=doves'));
  await page.locator('.wire').getByRole('button', { name: 'Stories' }).click();
  await settled(page);
  await page.locator('.record-line.story a', { hasText: 'Peace doves' }).click();
  const link = page.locator('a.out');
  assert.equal(await link.getAttribute('href'), 'https://example.org/doves?a=1&b=2');
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  await page.close();
});

test('whatever the server answers, its texts stay texts', async () => {
  const { page, complaints } = await tab();
  await page.route('**/api/v1/**', async (route) => {
    const response = await route.fetch();
    const type = response.headers()['content-type'] ?? '';
    if (!type.includes('json')) return route.fulfill({ response });
    await route.fulfill({ response, json: poison(await response.json()) });
  });
  for (const query of ['', '?story=1', '?view=review']) {
    await page.goto(address(query));
    await settled(page);
    for (const button of await page.getByRole('button', { name: 'As a list' }).all()) await button.click();
    if (query.includes('story')) await page.keyboard.press('j');
    await page.waitForTimeout(200);
    await unharmed(page, complaints);
  }
  await page.close();
});

test('an address with scripts in it does nothing', async () => {
  const { page, complaints } = await tab();
  await page.goto(address(`?involving=${encodeURIComponent(PAYLOAD)}&text=${encodeURIComponent(PAYLOAD)}`));
  await settled(page);
  assert.equal(await page.locator('.piece').count(), 2);
  await unharmed(page, complaints);
  await page.goto(address('?view=try'));
  await page.getByLabel('The story').fill(`Norway met Egypt in Oslo. ${PAYLOAD} France condemned Chad.`);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForSelector('.note');
  await unharmed(page, complaints);
  await page.close();
});
