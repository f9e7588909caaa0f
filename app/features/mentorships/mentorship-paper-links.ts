import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import type { Paper, PaperRule, PaperState } from './mentorship-papers.ts';

/** What the viewer may do about papers of a mentorship; every right was asked about in the query. */
export interface PaperRights {
  canSet: boolean;
  canGround: boolean;
  canRecord: boolean;
  canSign: boolean;
  canWrite: boolean;
  canApprove: boolean;
  canDraw: boolean;
}

/** The one click that brings a missing paper about, or the page where it can be looked at. */
export function linkTo(
  mentorship: { id: Id; orderId: Id | null },
  missing: Extract<PaperState, { kind: 'missing' }>,
  rights: PaperRights,
): string {
  const { id, orderId } = mentorship;
  const { rule, supplementId } = missing;
  const personId = missing.personId ?? '';
  const steps: Partial<Record<PaperRule, string | null>> = {
    'terms-need-content': rights.canSet ? paths.termsContent(id, personId) : null,
    'terms-need-form': rights.canSet ? paths.termsWork(id, personId) : null,
    'terms-need-pay': rights.canSet ? paths.termsPay(id, personId) : null,
    'zero-pay-needs-ground': rights.canGround ? paths.termsZeroPay(id, personId) : null,
    'job-description-missing': rights.canSet ? paths.termsJob(id, personId) : null,
    'mentor-consent-missing': rights.canRecord ? paths.mentorshipPaperConsent(id, personId) : paths.mentorship(id),
    'mentee-consent-missing': rights.canRecord ? paths.mentorshipPaperConsent(id, personId) : paths.mentorship(id),
    'supplement-missing': rights.canSet ? paths.termsCheck(id, personId) : null,
    'supplement-outdated': rights.canSet ? paths.termsCheck(id, personId) : null,
    'supplement-unsigned': supplementId && rights.canSign ? paths.supplementSigned(supplementId) : null,
    'programme-missing': rights.canWrite ? paths.programmeDraft(id) : paths.mentorship(id),
    'programme-not-approved': programmePage(id, rights),
    'order-missing': rights.canDraw ? paths.orderDraft() : paths.mentorship(id),
    'order-not-approved': orderId && rights.canApprove ? paths.actApprove(orderId) : orderId && paths.act(orderId),
    'regulation-missing': paths.regulations(),
  };
  return steps[rule] ?? paths.terms(id);
}

function programmePage(id: Id, { canApprove, canWrite }: PaperRights): string {
  if (canApprove) return paths.programmeApprove(id);
  return canWrite ? paths.programme(id) : paths.mentorship(id);
}

/** Where a paper that is there can be read; null where it has no page of its own or the viewer may not open it. */
export function pageOf(
  paper: Paper,
  { id, orderId }: { id: Id; orderId: Id | null },
  rights: PaperRights,
): string | null {
  if (paper === 'terms' || paper === 'supplement') return paths.terms(id);
  if (paper === 'programme') return rights.canWrite || rights.canApprove ? paths.programme(id) : null;
  return paper === 'order' && orderId ? paths.act(orderId) : null;
}
