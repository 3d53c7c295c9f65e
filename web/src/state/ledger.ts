// The ledger's summary, asked for once at the start: what can be chosen, and what may be done.
import { computed, signal } from '@preact/signals';
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
