// The tests of the page in a real browser: node tests/browser/run.mjs
import { after, before } from 'node:test';
import { start, stop } from './fixture.mjs';

before(start);
after(stop);
await import('./walk.mjs');
await import('./hostile.mjs');
await import('./access.mjs');
