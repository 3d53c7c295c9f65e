// The ledger's closed vocabularies: kinds, PLOVER types with their modes and quads, factuality, statuses, measures.

export const KINDS = ['event', 'statement', 'figure', 'movement', 'talks', 'role'] as const;
export type Kind = (typeof KINDS)[number];

/** PLOVER's four quarters: said or done, with or against each other. */
export type Quad = 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict' | 'other';

export const QUADS: { quad: Quad; name: string; short: string }[] = [
  { quad: 'verbal-cooperation', name: 'Verbal cooperation', short: 'said, with' },
  { quad: 'material-cooperation', name: 'Material cooperation', short: 'done, with' },
  { quad: 'verbal-conflict', name: 'Verbal conflict', short: 'said, against' },
  { quad: 'material-conflict', name: 'Material conflict', short: 'done, against' },
];

interface Type {
  quad: Quad;
  says: string;
  modes: string[];
}

const type = (quad: Quad, says: string, modes = ''): Type => ({ quad, says, modes: modes ? modes.split(' ') : [] });

export const TYPES: Record<string, Type> = {
  AGREE: type('verbal-cooperation', 'agree, offer, promise'),
  CONSULT: type('verbal-cooperation', 'meet, visit, phone', 'visit third-party multilateral phone'),
  SUPPORT: type('verbal-cooperation', 'praise, back, recognise'),
  CONCEDE: type('verbal-cooperation', 'pardon, ease, apologise'),
  COOPERATE: type('material-cooperation', 'trade, exercise, extradite'),
  AID: type('material-cooperation', 'give money, arms, relief'),
  RETREAT: type('material-cooperation', 'withdraw, release, cease fire', 'withdraw release disarm ceasefire access resign'),
  REQUEST: type('verbal-conflict', 'ask, urge, demand', 'assist change yield meet'),
  ACCUSE: type('verbal-conflict', 'criticise, accuse, charge', 'disapprove investigate allege'),
  REJECT: type('verbal-conflict', 'refuse, veto, deny', 'assist change yield meet'),
  THREATEN: type('verbal-conflict', 'warn of force, ultimatum', 'restrict arrest relations expel territory violence'),
  PROTEST: type('material-conflict', 'demonstrate, strike, boycott', 'demo riot strike hunger boycott obstruct vandalize'),
  SANCTION: type('material-conflict', 'cut relations, embargo, expel', 'convict expel withdraw discontinue'),
  MOBILIZE: type('material-conflict', 'deploy or alert forces', 'troops weapons police militia'),
  COERCE: type(
    'material-conflict',
    'arrest, ban, seize, censor',
    'seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber',
  ),
  ASSAULT: type(
    'material-conflict',
    'bomb, shoot, kill, fight',
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone ' +
      'heavy-weapons crowd-control unconventional',
  ),
};

/** The quarter of a type; types of a codebook of the user's own have none. */
export function quadOf(name: string | null | undefined): Quad {
  return (name && TYPES[name]?.quad) || 'other';
}

export const FACTUALITY = ['actual', 'future', 'hypothetical', 'negated'] as const;

export const STATUSES: Record<string, string> = {
  proposed: 'Proposed',
  planned: 'Planned',
  under_way: 'Under way',
  stalled: 'Stalled',
  agreed: 'Agreed',
  failed: 'Failed',
  ended: 'Ended',
};

export const MEASURES: Record<string, string> = {
  killed: 'Killed',
  injured: 'Injured',
  missing: 'Missing',
  detained: 'Detained',
  displaced: 'Displaced',
  hostages: 'Hostages',
  patients: 'Patients',
  people_affected: 'People affected',
  troops: 'Troops',
  protesters: 'Protesters',
  trucks: 'Trucks',
  aid_money: 'Aid, money',
  aid_tonnes: 'Aid, tonnes',
  cases: 'Cases',
};

export const SECTORS: Record<string, string> = {
  GOV: 'government',
  LEG: 'legislature',
  JUD: 'judiciary',
  MIL: 'military',
  COP: 'police',
  SPY: 'intelligence',
  PTY: 'party',
  OPP: 'opposition',
  REB: 'rebels',
  CRM: 'crime',
  BUS: 'business',
  MED: 'media',
  EDU: 'education',
  REL: 'religion',
  LAB: 'labour',
  NGO: 'non-governmental',
  IGO: 'intergovernmental',
  REF: 'refugees',
  CVL: 'civilians',
};
