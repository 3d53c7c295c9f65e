// Answers of the API inside components: the last answer stays in sight while the next one is fetched.
import { useEffect, useState } from 'preact/hooks';
import { ApiError, get, peek } from './client';

export interface Asked<T> {
  data: T | undefined;
  error: ApiError | undefined;
  /** A newer answer than `data` is on its way. */
  waiting: boolean;
  retry: () => void;
}

/** Asks for `path` whenever it changes; null asks for nothing. */
export function useApi<T>(path: string | null): Asked<T> {
  const [state, set] = useState<{ path: string | null; data?: T; error?: ApiError }>({ path: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return set({ path });
    const abort = new AbortController();
    const known = peek<T>(path);
    if (known !== undefined) set({ path, data: known });
    // What is kept is shown at once and asked for again: the ledger may have grown, and the server's ETag makes it cheap.
    get<T>(path, abort.signal).then(
      (data) => !abort.signal.aborted && set({ path, data }),
      (error) => !abort.signal.aborted && set((old) => ({ path, data: old.data, error: asApiError(error) })),
    );
    return () => abort.abort();
  }, [path, turn]);
  return {
    data: state.data,
    error: state.path === path ? state.error : undefined,
    waiting: path !== null && state.path !== path,
    retry: () => setTurn(turn + 1),
  };
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, String(error), 'Reload the page.');
}
