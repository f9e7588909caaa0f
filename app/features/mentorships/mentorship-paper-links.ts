import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { PAPERS, type Paper, type PaperFacts, type PaperRule, type PaperState, papersOf } from './mentorship-papers.ts';

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
    'programme-missing': programmeBeginning(id, personId, rights),
    'programme-not-approved': programmePage(id, rights),
    'order-missing': rights.canDraw ? paths.orderDraft() : paths.mentorship(id),
    'order-not-approved': orderId && rights.canApprove ? paths.actApprove(orderId) : orderId && paths.act(orderId),
    'regulation-missing': paths.regulations(),
  };
  return steps[rule] ?? paths.terms(id);
}

function programmeBeginning(id: Id, personId: Id, { canSet, canWrite }: PaperRights): string {
  if (canSet) return paths.termsProgramme(id, personId);
  return canWrite ? paths.programmeDraft(id) : paths.mentorship(id);
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

/** One paper of a mentorship with where one click leads. */
export interface ShownPaper {
  paper: Paper;
  state: PaperState;
  href: string | null;
}

/** Every paper of a mentorship as the viewer meets it. */
export function shownPapers(facts: PaperFacts, rights: PaperRights): ShownPaper[] {
  const states = papersOf(facts);
  const at = { id: facts.id, orderId: facts.order?.id ?? null };
  return PAPERS.map((paper) => {
    const state = states[paper];
    return { paper, state, href: state.kind === 'missing' ? linkTo(at, state, rights) : pageOf(paper, at, rights) };
  });
}

/** Whether the viewer himself can bring the missing paper about now. */
export function isMine(rule: PaperRule, rights: PaperRights): boolean {
  switch (rule) {
    case 'terms-need-content':
    case 'terms-need-form':
    case 'terms-need-pay':
    case 'job-description-missing':
    case 'supplement-missing':
    case 'supplement-outdated':
    case 'programme-missing':
    case 'order-missing':
      return rights.canSet;
    case 'zero-pay-needs-ground':
      return rights.canGround;
    case 'mentor-consent-missing':
    case 'mentee-consent-missing':
      return rights.canRecord;
    case 'supplement-unsigned':
      return rights.canSign;
    case 'programme-not-approved':
    case 'order-not-approved':
    case 'regulation-missing':
      return false;
  }
}
