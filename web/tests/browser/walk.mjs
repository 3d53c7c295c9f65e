// The walk of somebody who never uses a terminal: open, filter, click an event, read its sentence, paste a story,
// correct a record, reload, and find it all there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, settled, tab } from './fixture.mjs';

const lines = (page) => page.locator('.wire .record-line');

test('the ledger at a glance shows all panels with something in them', async () => {
  const { page, complaints } = await tab();
  await page.goto(address());
  await settled(page);
  for (const panel of ['timeline', 'map', 'network', 'figures', 'statements', 'talks', 'wire']) {
    assert.ok(await page.locator(`.panel.${panel} .answer`).isVisible(), panel);
    assert.equal(await page.locator(`.panel.${panel} .message`).count(), 0, panel);
  }
  await page.waitForSelector('.map .marker', { timeout: 60_000 });
  assert.ok((await lines(page).count()) > 10);
  assert.deepEqual(complaints, []);
  await page.close();
});

test('a choice narrows every panel, stands in the address, and the back button takes it back', async () => {
  const { page, complaints } = await tab();
  await page.goto(address());
  await settled(page);
  const total = async () => Number((await page.locator('.timeline .gist').textContent()).replaceAll(',', '').match(/\d+/)[0]);
  const all = await total();

  const actor = page.getByRole('combobox', { name: 'Actor' });
  await actor.fill('Norw');
  await page.getByRole('option', { name: /^Norway/ }).first().waitFor();
  await actor.press('Enter');
  await settled(page);
  assert.match(page.url(), /\?involving=Norway$/);
  const ofNorway = await total();
  assert.ok(ofNorway > 0 && ofNorway < all, `${ofNorway} of ${all}`);

  const type = page.locator('.timeline button.type').first();
  const name = await type.locator('span').first().textContent();
  await type.click();
  await settled(page);
  assert.match(page.url(), new RegExp(`involving=Norway&type=${name}$`));
  assert.ok((await total()) <= ofNorway);
  for (const line of await lines(page).all()) assert.match(await line.textContent(), new RegExp(name));

  // What is in the address is what is shown, in another tab too.
  const other = await tab();
  await other.page.goto(page.url());
  await settled(other.page);
  assert.equal(await lines(other.page).count(), await lines(page).count());
  await other.page.close();

  await page.goBack();
  await settled(page);
  assert.equal(await total(), ofNorway);
  await page.goBack();
  await settled(page);
  assert.equal(await total(), all);
  await page.getByRole('combobox', { name: 'Actor' }).fill('Nobody At All');
  await page.getByRole('combobox', { name: 'Actor' }).press('Enter');
  await settled(page);
  await page.locator('.timeline').getByRole('button', { name: 'Clear the filters' }).click();
  await settled(page);
  assert.equal(await total(), all);
  assert.deepEqual(complaints, []);
  await page.close();
});

test('time is chosen with the pointer, and with keys', async () => {
  const { page } = await tab();
  await page.goto(address());
  await settled(page);
  const strip = await page.locator('.brush svg').boundingBox();
  await page.mouse.move(strip.x + strip.width * 0.75, strip.y + 10);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.9, strip.y + 12, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  assert.match(page.url(), /since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d/);
  await page.getByRole('button', { name: 'Show the whole span' }).click();
  await settled(page);
  const slider = page.getByRole('slider');
  await slider.focus();
  const before = await slider.getAttribute('aria-valuetext');
  await slider.press('ArrowLeft');
  assert.notEqual(await slider.getAttribute('aria-valuetext'), before);
  await slider.press('Enter');
  await settled(page);
  assert.match(page.url(), /since=/);
  await page.close();
});

test('a click on an event lands on its sentence, and keys go on from there', async () => {
  const { page, complaints } = await tab();
  await page.goto(address('?type=REJECT'));
  await settled(page);
  await lines(page).first().locator('a').click();
  await settled(page);
  assert.match(page.url(), /\?story=\d+&record=e\d+/);
  const { story, record } = Object.fromEntries(new URL(page.url()).searchParams);
  const answer = await (await page.request.get(address(`api/v1/stories/${story}`))).json();
  const wanted = answer.records.find(({ id }) => id === record);
  await page.waitForSelector('.story-text .evidence');
  assert.equal((await page.locator('.story-text .evidence').allTextContents()).join(''), wanted.evidence.text);
  assert.equal(await page.locator('.story-text .mark.active').first().textContent(), wanted.trigger.text);
  await page.waitForFunction(() => {
    const box = document.querySelector('.story-text .mark.active').getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  assert.match(await page.locator('.note.active .why').textContent(), /lexicon\/acts\//);
  const before = page.url();
  await page.keyboard.press('j');
  await page.waitForFunction((url) => location.href !== url, before);
  await page.keyboard.press('k');
  await page.waitForFunction((url) => location.href === url, before);
  await page.mouse.move(1, 1);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.note.active'));
  await page.goBack();
  await settled(page);
  assert.match(page.url(), /\?type=REJECT$/);
  assert.deepEqual(complaints, []);
  await page.close();
});

test('keys that follow one another faster than the screen is drawn end where the last one leads', async () => {
  const { page } = await tab();
  await page.goto(address('?type=REJECT'));
  await settled(page);
  await lines(page).first().locator('a').click();
  await page.waitForSelector('.note.active');
  await page.mouse.move(1, 1);
  const left = await page.evaluate(async () => {
    // A task between two keys lets the page draw them into the document, and no frame lets it show them.
    const task = () => new Promise((done) => setTimeout(done));
    for (const key of ['j', 'k', 'j', 'Escape']) {
      dispatchEvent(new KeyboardEvent('keydown', { key }));
      await task();
    }
    await new Promise((done) => setTimeout(done, 300));
    return document.querySelectorAll('.note.active').length;
  });
  assert.equal(left, 0);
  assert.doesNotMatch(page.url(), /record=/);
  await page.close();
});

test('offsets hold in a story with characters beyond the basic plane', async () => {
  const { page } = await tab();
  await page.goto(address('?text=doves'));
  await page.locator('.wire').getByRole('button', { name: 'Stories' }).click();
  await settled(page);
  await page.locator('.record-line.story a', { hasText: 'Peace doves' }).click();
  await settled(page);
  const { story } = Object.fromEntries(new URL(page.url()).searchParams);
  const answer = await (await page.request.get(address(`api/v1/stories/${story}`))).json();
  assert.equal(await page.locator('.story-text span span').allTextContents().then((all) => all.join('')), answer.text);
  for (const record of answer.records.filter(({ kind }) => kind === 'event')) {
    await page.goto(address(`?story=${story}&record=${record.id}`));
    await page.waitForSelector('.mark.active');
    assert.equal(await page.locator('.mark.active').first().textContent(), record.trigger.text);
  }
  await page.close();
});

test('a figure of the chart leads to its sentence', async () => {
  const { page } = await tab();
  await page.goto(address());
  await settled(page);
  const point = page.locator('.figures a.point').first();
  await point.focus();
  assert.ok((await page.locator('.figures .readout').textContent()).length > 10);
  await point.press('Enter');
  await settled(page);
  assert.match(page.url(), /\?story=\d+&record=f\d+/);
  await page.waitForSelector('.mark.active');
  await page.close();
});

test('a pasted story is read at once', async () => {
  const { page, complaints } = await tab();
  await page.goto(address('?view=try'));
  await page.getByLabel('The story').fill('🎈 Norway recalled its ambassador from Chad on Monday. "We had no choice," Foreign Minister Ada Berg said.');
  await page.getByLabel('Published').fill('2024-06-05');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForSelector('.note');
  await page.locator('.note', { hasText: 'recalled' }).first().click();
  const shown = page.locator('.note.active');
  await shown.waitFor();
  assert.match(await shown.textContent(), /Norway/);
  assert.match(await shown.textContent(), /3 Jun 2024/);
  assert.equal(await page.locator('.mark.active').first().textContent(), 'recalled');
  assert.equal(await page.locator('.correct').count(), 0, 'what is not kept can not be corrected');
  assert.deepEqual(complaints, []);
  await page.close();
});

test('a record is corrected, and after a reload still is', async () => {
  const { page, complaints } = await tab();
  await page.goto(address('?type=ACCUSE'));
  await settled(page);
  await lines(page).first().locator('a').click();
  await page.waitForSelector('.note.active .correct');
  await page.getByRole('button', { name: 'Wrong' }).click();
  await page.getByRole('alert').waitFor();
  assert.match(await page.getByRole('alert').textContent(), /name/);
  await page.getByLabel('Reviewer').fill('Ada');
  await page.getByRole('button', { name: 'Correct …' }).click();
  await page.getByLabel('Type', { exact: true }).selectOption('REJECT');
  await page.getByLabel('Who', { exact: true }).fill('Ruritania, , GOV');
  await page.getByLabel('First day').fill('2024-01-02');
  await page.getByRole('button', { name: 'Keep the correction' }).click();
  await page.locator('.note.active .tag.fixed').waitFor();
  await page.reload();
  await page.locator('.note.active .correct .said').waitFor(); // comes once the page knows that it may write
  const note = await page.locator('.note.active').textContent();
  assert.match(note, /REJECT/);
  assert.match(note, /Ruritania/);
  assert.match(note, /Corrected by Ada/);

  // Another, marked wrong; then the figures count both.
  await page.keyboard.press('j');
  await page.locator('.note.active .correct').waitFor();
  await page.getByRole('button', { name: 'Wrong' }).click();
  await page.locator('.note.active .tag.wrong').waitFor();
  await page.getByRole('link', { name: 'Reviews' }).click();
  await settled(page);
  assert.match(await page.locator('.precision').first().textContent(), /event/);
  assert.equal(await page.locator('.review').count(), 2);
  assert.match(await page.locator('.reviewers').textContent(), /Ada/);
  await page.locator('.review button.link').last().click();
  await page.locator('.note.active .tag.fixed').waitFor();
  assert.deepEqual(complaints, []);
  await page.close();
});
