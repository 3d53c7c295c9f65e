// One panel of the crisis view: a heading, what it shows, and the choice to read it as a list where it is a graphic.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  name: string;
  class: string;
  note?: ComponentChildren;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

export function Panel({ name, class: kind, note, tools, children }: Props) {
  const id = useId();
  return (
    <section class={`panel ${kind}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{name}</h2>
        {note && <p class="gist">{note}</p>}
        {tools && <div class="tools">{tools}</div>}
      </header>
      {children}
    </section>
  );
}

export function Toggle({ on, set, children }: { on: boolean; set: (on: boolean) => void; children: ComponentChildren }) {
  return (
    <button type="button" class="toggle" aria-pressed={on} onClick={() => set(!on)}>
      {children}
    </button>
  );
}

/** A choice of one among a few, as buttons side by side. */
export function Choice<T extends string>(props: { label: string; of: readonly (readonly [T, string])[]; now: T; set: (value: T) => void }) {
  return (
    <div class="choice" role="group" aria-label={props.label}>
      {props.of.map(([value, name]) => (
        <button key={value} type="button" aria-pressed={value === props.now} onClick={() => props.set(value)}>
          {name}
        </button>
      ))}
    </div>
  );
}
