// The bar that narrows the crisis view: what is chosen stands there as pieces that can be taken out again.
import { useEffect, useState } from 'preact/hooks';
import { ledger } from '../state/ledger';
import { clearFilters, filters, narrow } from '../state/route';
import { isNarrowed, type ListFilter, toggled } from '../state/url';
import { longDay } from '../text/dates';
import { FACTUALITY } from '../words';
import { Combobox, namesFrom } from './combobox';

const actors = namesFrom('actors');
const places = namesFrom('places');

const NAMES: { [name in ListFilter]: string } = {
  involving: 'with',
  actor: 'by',
  recipient: 'to',
  where: 'in',
  type: 'type',
  measure: 'measure',
  factuality: 'fact',
  said_by: 'says',
  source: 'source',
};

export function FilterBar() {
  const now = filters.value;
  const add = (name: ListFilter) => (value: string) => !now[name].includes(value) && narrow(toggled(now, name, value));
  const [text, setText] = useState(now.text);
  useEffect(() => setText(now.text), [now.text]);
  const first = ledger.value?.first ?? undefined;
  const last = ledger.value?.last ?? undefined;
  return (
    <search class="filters">
      <div class="fields">
        <Combobox label="Actor" placeholder="Anyone" offers={actors} choose={add('involving')} />
        <Combobox label="Place" placeholder="Anywhere" offers={places} choose={add('where')} />
        <div class="field days">
          <label for="since">From</label>
          <input id="since" type="date" min={first} max={last} value={now.since} onChange={(event) => narrow({ since: event.currentTarget.value })} />
          <label for="until">to</label>
          <input id="until" type="date" min={first} max={last} value={now.until} onChange={(event) => narrow({ until: event.currentTarget.value })} />
        </div>
        <div class="field">
          <label for="fact">Told as</label>
          <select id="fact" value={now.factuality[0] ?? ''} onChange={(event) => narrow({ factuality: event.currentTarget.value ? [event.currentTarget.value] : [] })}>
            <option value="">anything</option>
            {FACTUALITY.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </div>
        <form
          class="field words"
          onSubmit={(event) => {
            event.preventDefault();
            narrow({ text: text.trim() });
          }}
        >
          <label for="words">Words</label>
          <input id="words" type="search" maxLength={200} placeholder="humanitarian pause" value={text} onInput={(event) => setText(event.currentTarget.value)} />
          <button type="submit">Find</button>
        </form>
      </div>
      <Chosen />
    </search>
  );
}

/** What is chosen, each as a button that takes it out. */
function Chosen() {
  const now = filters.value;
  if (!isNarrowed(now)) return null;
  const lists = (Object.keys(NAMES) as ListFilter[]).flatMap((name) => now[name].map((value) => [name, value] as const));
  return (
    <ul class="chosen-filters" aria-label="Chosen filters">
      {lists.map(([name, value]) => (
        <Piece key={`${name} ${value}`} name={NAMES[name]} value={value} remove={() => narrow(toggled(now, name, value))} />
      ))}
      {now.since && <Piece name="from" value={longDay(now.since)} remove={() => narrow({ since: '' })} />}
      {now.until && <Piece name="to" value={longDay(now.until)} remove={() => narrow({ until: '' })} />}
      {now.text && <Piece name="words" value={now.text} remove={() => narrow({ text: '' })} />}
      <li>
        <button type="button" class="link" onClick={clearFilters}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

function Piece({ name, value, remove }: { name: string; value: string; remove: () => void }) {
  return (
    <li>
      <button type="button" class="piece" onClick={remove} aria-label={`Take out: ${name} ${value}`}>
        <small>{name}</small> {value} <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
