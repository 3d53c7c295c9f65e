// A field that offers names as one types (the combobox pattern of the ARIA authoring practices, list autocomplete).
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { get } from '../api/client';

export interface Offer {
  value: string;
  name: string;
  detail: string;
}

interface Props {
  label: string;
  placeholder: string;
  /** Names that match; asked for while typing. */
  offers: (typed: string, signal: AbortSignal) => Promise<Offer[]>;
  choose: (value: string) => void;
}

export function Combobox({ label, placeholder, offers, choose }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [list, setList] = useState<Offer[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!open) return;
    const abort = new AbortController();
    const wait = setTimeout(() => {
      offers(typed.trim(), abort.signal).then(
        (found) => !abort.signal.aborted && (setList(found), setActive(found.length > 0 && typed ? 0 : -1)),
        () => setList([]),
      );
    }, 120);
    return () => (clearTimeout(wait), abort.abort());
  }, [typed, open]);

  const take = (value: string) => {
    choose(value);
    setTyped('');
    setOpen(false);
    setActive(-1);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (list.length > 0) setActive((active + step + list.length) % list.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const offer = open ? list[active] : undefined;
      if (offer) take(offer.value);
      else if (typed.trim()) take(typed.trim());
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const shown = open && list.length > 0;
  return (
    <div class="combobox">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={typed}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        onInput={(event) => (setTyped(event.currentTarget.value), setOpen(true))}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
        {list.map((offer, i) => (
          <li
            key={offer.value + offer.detail}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onMouseDown={(event) => (event.preventDefault(), take(offer.value))}
          >
            <span>{offer.name}</span> <small>{offer.detail}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Offers from /actors or /places. */
export function namesFrom(list: 'actors' | 'places') {
  return async (typed: string, signal: AbortSignal): Promise<Offer[]> => {
    const query = new URLSearchParams({ ...(typed && { q: typed }), limit: '12' });
    const { items } = await get<{ items: { name: string; country?: string; sector?: string; records: number }[] }>(`${list}?${query}`, signal);
    const seen = new Set<string>();
    return items
      .filter(({ name }) => !seen.has(name) && seen.add(name))
      .map(({ name, country, sector, records }) => ({
        value: name,
        name,
        detail: [country, sector, String(records)].filter(Boolean).join(' · '),
      }));
  };
}
