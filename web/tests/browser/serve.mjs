// A server to test: `annals serve --write` on a ledger that `annals add` made of the samples and of hostile stories.
// With ANNALS_PAGE set to an address, whatever answers there is tested instead.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const SOURCE = join(HERE, '../../..');
const ANNALS = process.env.ANNALS_BINARY ?? join(SOURCE, 'build/annals');
const MODEL = process.env.ANNALS_MODEL ?? join(SOURCE, 'build/annals.model');

export async function serve({ hostile = true, options = ['--write'], ledger: given } = {}) {
  if (process.env.ANNALS_PAGE) return { page: process.env.ANNALS_PAGE, stop: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'annals-ledger-'));
  const ledger = given ?? join(folder, 'samples.db');
  if (!given) {
    const samples = readdirSync(join(SOURCE, 'samples')).filter((name) => /\.(jsonl|txt)$/.test(name));
    const files = [...samples.map((name) => join(SOURCE, 'samples', name)), ...(hostile ? [join(HERE, 'hostile.jsonl')] : [])];
    execFileSync(ANNALS, ['add', ledger, ...files, '--model', MODEL], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const server = spawn(ANNALS, ['serve', ledger, '--port', '0', '--model', MODEL, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const page = await address(server);
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, stop };
}

/** The address that the server says it is open at. */
function address(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (data) => {
      said += data;
      const link = /is open at (http:\/\/\S+)/.exec(said)?.[1];
      if (link) resolve(link);
    });
    server.once('exit', (code) => reject(new Error(`annals serve ended with ${code}: ${said}`)));
  });
}
