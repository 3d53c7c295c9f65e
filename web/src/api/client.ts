// Asks the server, and turns whatever goes wrong into one error that says what to do.
import type { Problem } from './types';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly remedy: string,
  ) {
    super(`${detail} ${remedy}`);
  }
}

const BASE = new URL('api/v1/', document.baseURI).href;
const KEEP = 60; // answers kept, so that going back needs no wait
const kept = new Map<string, unknown>();

/** The answer that was kept for `path`, if any. */
export function peek<T>(path: string): T | undefined {
  return kept.get(path) as T | undefined;
}

/** Forgets all answers: something was written. */
export function forget(): void {
  kept.clear();
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await patiently(() => ask<T>(path, { signal }), signal);
  kept.delete(path);
  kept.set(path, answer);
  if (kept.size > KEEP) kept.delete(kept.keys().next().value!);
  return answer;
}

const WAITS = [1500, 4000]; // milliseconds before asking again

/** A server that is busy says 503: on a large ledger the first counts take long, and are there when asked for again. */
async function patiently<T>(question: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 503) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal?.throwIfAborted();
  }
  return question();
}

export function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { 'Content-Type': 'application/json', 'X-Annals-Write': '1' };
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(BASE + path, init);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new ApiError(0, 'The server does not answer.', 'Check that annals serve is still running, then try again.');
  }
  if (!response.ok) throw await problem(response);
  return (await response.json()) as T;
}

async function problem(response: Response): Promise<ApiError> {
  try {
    const { detail, title, remedy } = (await response.json()) as Partial<Problem>;
    return new ApiError(response.status, detail ?? title ?? 'The server refused the request.', remedy ?? '');
  } catch {
    return new ApiError(response.status, `The server answered ${response.status}.`, 'Try again; its own output may say more.');
  }
}
