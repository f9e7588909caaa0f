import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * «Мои документы»: everything a person has signed or that names him, of every kind, the latest first, with where it can be
 * read, printed and taken back; what waits for him stands on top. Refusals are no documents and do not appear (BR-04).
 * Sources: issue 4 part 5, M-40, DOMAIN 6.2.
 */
export const DOCUMENT_KINDS = [
  'participation',
  'personalConsent',
  'guardianConsent',
  'supplement',
  'membership',
  'notice',
  'order',
  'acquaintance',
] as const;

/** Kind of a document of one's own. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One document as the list of all kinds reads it. */
export interface OwnDocument {
  kind: DocumentKind;
  id: Id;
  /** The mentorship it belongs to, where there is one. */
  mentorshipId: Id | null;
  /** What tells it from others of the kind: purpose, heading, names. */
  about: string;
  /** State as its own table spells it. */
  state: string;
  on: Day;
  /** May be withdrawn or given up by the person now. */
  isLive: boolean;
}

/** Where a document is read, printed and taken back; what has no such page is left out. */
export function linksOf(
  { kind, id, mentorshipId, state, isLive }: OwnDocument,
  me: Id,
): { href?: string; pdf?: string; docx?: string; withdraw?: string } {
  switch (kind) {
    case 'participation': {
      const at = mentorshipId ?? id;
      const print = { pdf: paths.participationPdf(at, me), docx: paths.participationDocx(at, me) };
      return {
        href: paths.mentorshipConsent(at),
        ...print,
        ...(isLive ? { withdraw: paths.mentorshipGiveUp(at) } : {}),
      };
    }
    case 'personalConsent': {
      const print = { pdf: paths.personalConsentPdf(id), docx: paths.personalConsentDocx(id) };
      return {
        href: paths.personalConsent(id),
        ...print,
        ...(isLive ? { withdraw: paths.personalConsentWithdraw(id) } : {}),
      };
    }
    case 'supplement':
      return { href: paths.supplement(id), pdf: paths.supplementPdf(id), docx: paths.supplementDocx(id) };
    case 'order':
    case 'acquaintance':
      return { href: paths.act(id), pdf: paths.actPdf(id), docx: paths.actDocx(id) };
    case 'membership':
      return { href: paths.membershipChange(id) };
    case 'notice':
      if (mentorshipId === null) return {};
      return {
        href: paths.mentorship(mentorshipId),
        ...(state === 'given' ? { pdf: paths.noticePdf(mentorshipId), docx: paths.noticeDocx(mentorshipId) } : {}),
      };
    case 'guardianConsent':
      return {};
  }
}
