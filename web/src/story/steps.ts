// Keys that step through the records of a story: j or the arrow down to the next, k or up to the one before.
import { useLayoutEffect } from 'preact/hooks';

/** Keys do nothing while the reader types, or holds a modifier. */
function typing(event: KeyboardEvent): boolean {
  const at = event.target as HTMLElement;
  return event.ctrlKey || event.metaKey || event.altKey || ['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName);
}

export function useSteps(length: number, active: number, open: (index: number) => void): void {
  useLayoutEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (typing(event) || length === 0) return;
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step !== 0) open(active < 0 ? (step > 0 ? 0 : length - 1) : (active + step + length) % length);
      else if (event.key === 'Escape') open(-1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [length, active, open]);
}

/** Whether focus came by a key: a pointer's press focuses too, and must not move what it is about to click. */
export function byKey(event: FocusEvent): boolean {
  return (event.target as HTMLElement).matches(':focus-visible');
}
