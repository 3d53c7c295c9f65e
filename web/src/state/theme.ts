// Light or dark: what the system says, until the reader chooses.
import { signal } from '@preact/signals';

export type Theme = 'light' | 'dark';
const KEY = 'annals-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // storage is forbidden here: the choice lasts as long as the page
  }
}

const system = (): Theme => (dark.matches ? 'dark' : 'light');
export const theme = signal<Theme>(chosen() ?? system());

dark.addEventListener('change', () => {
  if (!chosen()) theme.value = system();
});
theme.subscribe((value) => {
  document.documentElement.dataset.theme = value;
});

export function toggleTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, theme.value);
  } catch {
    // as above
  }
}
