// Starts the page.
import { render } from 'preact';
import { App } from './app';
import { loadLedger } from './state/ledger';

void loadLedger();
render(<App />, document.getElementById('page')!);
