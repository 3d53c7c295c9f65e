// Waits until nothing is being fetched any more.
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.message.waiting, .answer.stale'));
}
