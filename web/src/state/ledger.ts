// The ledger's summary, asked for once at the start: what can be chosen, and what may be done.
import { computed, signal } from '@preact/signals';
import { addDays } from '../text/dates';
import type { Filters } from './url';
import { type ApiError, get } from '../api/client';
import type { Ledger } from '../api/types';
import { asApiError } from '../api/use';

export const ledger = signal<Ledger | null>(null);
export const ledgerError = signal<ApiError | null>(null);
export const mayWrite = computed(() => ledger.value?.write ?? false);

export async function loadLedger(): Promise<void> {
  try {
    ledgerError.value = null;
    ledger.value = await get<Ledger>('ledger');
  } catch (error) {
    ledgerError.value = asApiError(error);
  }
}

/**
 * The filters of a chart over time. Stories also tell of times long past; where no time is chosen, a chart shows that of
 * the stories themselves, with a year around it. Null until the ledger is known.
 */
export function charted(filters: Filters): Filters | null {
  const { value } = ledger;
  if (filters.since || filters.until) return filters;
  if (!value) return null;
  if (!value.first || !value.last) return filters;
  return { ...filters, since: addDays(value.first, -365), until: addDays(value.last, 365) };
}
