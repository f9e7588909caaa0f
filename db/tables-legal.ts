import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Version } from './column-types.ts';

/** The dated directory of legal acts (DOMAIN 2.1, BR-65). */
export interface LegalReferenceTable {
  /** Identity. */ id: Generated<Id>;
  /** What templates call it. */ code: string;
  /** The region whose own it is; null for all. */ unitId: Id | null;
  /** The same region. */ regionId: Id | null;
  /** Title in the nominative. */ title: string;
  /** How a text cites it, in the genitive: «на основании …». */ citation: string;
  /** Official number. */ number: string;
  /** Its date. */ datedOn: Day;
  /** First day in force. */ startedOn: Day;
  /** Last day in force; null while it is. */ endedOn: Day | null;
  /** Code of the act that took its place. */ replacedBy: string | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A version of an organisation's own text of a template. */
export interface ActTemplateVariantTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Type of document, a code of `act-type.ts`. */ kind: string;
  /** Number of the version within organisation and type, from 1. */ version: number;
  /** Heading to the text, with placeholders. */ heading: string;
  /** Parts in the template language. */ body: string;
  /** Version of the standard it was written against. */ standardVersion: number;
  /** Who wrote it. */ writtenBy: Id;
  /** First day in force. */ startedOn: Day;
  /** Last day; null while in force. */ endedOn: Day | null;
  /** When recorded. */ createdAt: CreatedAt;
}
