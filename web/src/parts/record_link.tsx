// A link to a record of which only the id is known: its story is looked up when the link is followed.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { get } from '../api/client';
import type { Record as LedgerRecord } from '../api/types';
import { asApiError } from '../api/use';
import { go } from '../state/route';
import { toRecord } from './links';

export function RecordLink({ id, children }: { id: string; children: ComponentChildren }) {
  const [trouble, setTrouble] = useState('');
  const follow = async () => {
    try {
      const { record } = await get<{ record: LedgerRecord }>(`records/${id}`);
      go(toRecord(record.story!.id, id));
    } catch (error) {
      setTrouble(asApiError(error).detail);
    }
  };
  return (
    <>
      <button type="button" class="link" onClick={follow}>
        {children}
      </button>
      {trouble && <span role="alert"> {trouble}</span>}
    </>
  );
}
