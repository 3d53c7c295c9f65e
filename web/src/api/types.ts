// The API's types under short names. generated/api.d.ts is made from src/server/openapi.json by `npm run types`.
import type { components } from '../../generated/api';

type Schemas = components['schemas'];

export type Words = Schemas['Words'];
export type Actor = Schemas['Actor'];
export type Place = Schemas['Place'];
export type Event = Schemas['Event'];
export type Statement = Schemas['Statement'];
export type Figure = Schemas['Figure'];
export type Movement = Schemas['Movement'];
export type Talks = Schemas['Talks'];
export type Role = Schemas['Role'];
/** Told apart by `kind`. */
export type Record = Event | Statement | Figure | Movement | Talks | Role;
export type RecordPage = { items: Record[]; next: string | null };
export type StoryRef = Schemas['StoryRef'];
export type StoryWithRecords = Omit<Schemas['StoryWithRecords'], 'records'> & { records: Record[] };
export type StoryRead = Omit<Schemas['StoryRead'], 'records'> & { records: Record[] };
export type StoryPage = Schemas['StoryPage'];
export type Ledger = Schemas['Ledger'];
export type KnownActor = Schemas['KnownActor'];
export type KnownPlace = Schemas['KnownPlace'];
export type Timeline = Schemas['Timeline'];
export type MapData = Schemas['Map'];
export type Network = Schemas['Network'];
export type Series = Schemas['Series'];
export type SeriesPoint = Schemas['SeriesPoint'];
export type Speaker = Schemas['Speaker'];
export type Negotiation = Schemas['Negotiation'];
export type Correction = Schemas['Correction'];
export type CorrectionToAdd = Schemas['CorrectionToAdd'];
export type Changes = Schemas['Changes'];
export type Agreement = Schemas['Agreement'];
export type AgreementRow = Schemas['AgreementRow'];
export type SearchResult = Schemas['SearchResult'];
export type Problem = Schemas['Problem'];
