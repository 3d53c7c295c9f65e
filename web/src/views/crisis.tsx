// The crisis view: one selection, seen as time, place, network, figures, statements, talks and records.
import { FilterBar } from '../parts/filters';
import { FiguresPanel } from '../panels/figures';
import { MapPanel } from '../panels/map';
import { NetworkPanel } from '../panels/network';
import { StatementsPanel } from '../panels/statements';
import { TalksPanel } from '../panels/talks';
import { TimelinePanel } from '../panels/timeline';
import { WirePanel } from '../panels/wire';
import { ledger } from '../state/ledger';

export function CrisisView() {
  const empty = ledger.value?.stories === 0;
  return (
    <main class="crisis" id="main" tabIndex={-1}>
      <h1 class="hidden">The ledger at a glance</h1>
      {empty ? (
        <p class="message">
          This ledger is empty. Fill it with <code>annals add {ledger.value?.name} stories.jsonl</code>, then reload this page.
        </p>
      ) : (
        <>
          <FilterBar />
          <div class="desk">
            <TimelinePanel />
            <WirePanel />
            <MapPanel />
            <NetworkPanel />
            <FiguresPanel />
            <StatementsPanel />
            <TalksPanel />
          </div>
        </>
      )}
    </main>
  );
}
