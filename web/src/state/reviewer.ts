// Who reviews: asked once, remembered by this browser.
import { signal } from '@preact/signals';

const KEY = 'annals-reviewer';

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // storage is forbidden here: the name lasts as long as the page
  }
}

export const reviewer = signal(stored());
reviewer.subscribe((name) => {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // as above
  }
});
