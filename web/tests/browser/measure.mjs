// How long each view takes on a large ledger: node tests/browser/measure.mjs LEDGER
// From the start of the navigation until every panel shows its answer and nothing is being fetched; the map's own
// drawing is counted by itself, since here it is done in software. Each view once cold (a new server), then warm.
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';

const ledger = process.argv[2];
if (!ledger) throw new Error('Name a ledger: node tests/browser/measure.mjs LEDGER');
const server = await serve({ ledger, options: [] });
const { browser, stop } = await launch({ webgl: false });
const page = await browser.newPage();

const shown = () => document.querySelector('main') && !document.querySelector('.message.waiting, .answer.stale') && document.querySelectorAll('.answer').length > 0;
async function time(query) {
  await page.goto('about:blank');
  const start = performance.now();
  await page.goto(new URL(query, server.page).href);
  await page.waitForFunction(shown, undefined, { polling: 20, timeout: 120_000 });
  const failed = await page.locator('.message.failed').allTextContents();
  if (failed.length > 0) console.log(`  ${query}: ${failed.join(' ')}`);
  return Math.round(performance.now() - start);
}
async function requests(query) {
  await page.goto(new URL(query, server.page).href);
  await page.waitForFunction(shown, undefined, { polling: 20, timeout: 120_000 });
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/'))
      .map(({ name, duration }) => `${name.split('/v1/')[1].split('?')[0]} ${Math.round(duration)}`)
      .join(', '),
  );
}
const { actors, places, last } = await (await page.request.get(new URL('api/v1/ledger', server.page).href)).json();
const views = {
  'whole ledger': '',
  'one actor': `?involving=${encodeURIComponent(actors[0].name)}`,
  'one place': `?where=${encodeURIComponent(places[0].name)}`,
  'one type, one month': `?type=ASSAULT&since=${last.slice(0, 8)}01&until=${last}`,
  words: '?text=ceasefire',
  story: '?story=100000',
  reviews: '?view=review',
};
for (const [name, query] of Object.entries(views)) {
  const cold = await time(query);
  const warm = [await time(query), await time(query), await time(query)].sort((a, b) => a - b)[1];
  console.log(`${name}: first ${cold} ms, then ${warm} ms (${await requests(query)})`);
}
await stop();
await server.stop();
