// What each test of the page starts from: a server, a browser, and pages that tell of everything that went wrong in them.
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';

let server;
let tabs;

export async function start() {
  server = await serve();
  tabs = await launch();
}

export async function stop() {
  await tabs?.stop();
  await server?.stop();
}

export const address = (query = '') => new URL(query, server.page).href;

/** A new tab. `complaints` collects errors, broken policies, and requests to anywhere but the server. */
export async function tab(browser = tabs.browser) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => (complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== new URL(server.page).origin) complaints.push(`request: ${url}`);
  });
  return { page, complaints };
}

export { settled } from './settled.mjs';
