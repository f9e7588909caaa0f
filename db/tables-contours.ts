import type { CreatedAt, Day, Id, Moment, Version } from './column-types.ts';

/** An agreement on co-operation or social partnership between two organisations (REQUIREMENTS 002-23). */
export interface CooperationAgreementTable {
  /** Identity. */ id: Id;
  /** Whose record it is: one of the parties. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The other party, when it stands in the tree. */ partnerUnitId: Id | null;
  /** The other party by name, when it does not. */ partnerName: string | null;
  /** Number as written on the paper. */ number: string;
  /** Day of signing. */ signedOn: Day;
  /** First day in force. */ startedOn: Day;
  /** Last day in force, inclusive; null = until ended. */ endedOn: Day | null;
  /** What it is about. */ subject: string;
  /** Why it was ended before its term; null when it was not. */ endReason: string | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** The invariant list of structural components (methodical recommendations of 21.12.2021, section 3). */
export interface StructuralComponentTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** One word for a narrow column. */ shortName: string;
  /** What it is, in a sentence. */ about: string;
  /** Whether the outer contour may provide it; leadership and local acts stay inside. */ mayBeOutside: boolean;
  /** Order in lists. */ position: number;
}

/** Who provides a component of an organisation for a period. */
export interface ComponentLocationTable {
  /** Identity. */ id: Id;
  /** The organisation whose component it is. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Which component. */ componentCode: string;
  /** inside or outside the organisation. */ place: string;
  /** Who provides it: the organisation itself inside, another unit outside. */ providerUnitId: Id | null;
  /** Who provides it, by name, when the provider does not stand in the tree. */ providerName: string | null;
  /** order, decision, agreement, offer, other. */ groundKind: string;
  /** Requisites of the ground in words; an agreement and an offer speak for themselves. */ ground: string | null;
  /** The agreement it rests on. */ agreementId: Id | null;
  /** The accepted offer it rests on. */ offerId: Id | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
  /** Why it was ended without a successor. */ endReason: string | null;
  /** Optimistic lock; the sum over a component's rows is the version of its forms. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** An offer of a municipality or region to take a component over. */
export interface ComponentOfferTable {
  /** Identity. */ id: Id;
  /** Municipality or region that offers. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Which component. */ componentCode: string;
  /** One organisation, or the area all organisations of which are meant. */ targetUnitId: Id;
  /** Who will provide it. */ providerUnitId: Id;
  /** First day on offer. */ startedOn: Day;
  /** Last day on offer, inclusive; null = until withdrawn. */ endedOn: Day | null;
  /** Order or other act the offer rests on. */ ground: string;
  /** Who offered; null for the system. */ offeredBy: Id | null;
  /** When withdrawn. */ withdrawnAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** What an organisation answered to an offer. */
export interface ComponentOfferAnswerTable {
  /** Which offer. */ offerId: Id;
  /** The organisation that answered. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** accepted or declined. */ answer: string;
  /** Why declined, if said. */ reason: string | null;
  /** When. */ answeredAt: Moment;
}
