import type { Id } from '#db/schema.ts';

/**
 * A notice: one sentence to one person about what has happened, with the page it leads to. Written in the
 * transaction of the act it tells about; the sentence of each kind is in `notice.text.ts`.
 */
export const NOTICE_KINDS = [
  'mentorship-proposed',
  'mentorship-consented',
  'mentorship-declined',
  'mentorship-member-declined',
  'mentorship-active',
  'mentorship-begun',
  'mentorship-expired',
  'mentorship-ending',
  'mentorship-kept',
  'mentorship-closed',
  'mentorship-withdrawn',
  'terms-changed',
  'zero-pay-to-decide',
  'zero-pay-decided',
  'mentorship-paused',
  'mentorship-resumed',
  'topic-result-told',
  'member-invited',
  'member-agreed',
  'member-declined',
  'members-changed',
  'mentor-replaced',
  'membership-ended',
  'order-to-approve',
  'order-approved',
  'order-returned',
  'act-to-review',
  'act-reviewed',
  'act-to-read',
  'programme-approved',
  'route-opened',
  'route-tutor-assigned',
  'route-step-closed',
  'route-step-noted',
  'route-corrected',
  'route-diagnosed',
  'route-shift-proposed',
  'route-shift-answered',
  'route-offer-proposed',
  'route-offer-answered',
  'move-asked',
  'move-accepted',
  'move-declined',
  'person-left',
  'route-transfer-asked',
  'route-transfer-waits',
  'route-transferred',
  'route-paused',
  'route-resumed',
  'route-ended-early',
  'route-product-accepted',
  'route-product-more',
  'route-step-remark',
  'stimulus-to-approve',
  'stimulus-approved',
  'staff-list-checked',
  'staff-list-applied',
  'component-offered',
  'component-offer-accepted',
  'component-offer-declined',
  'role-granted',
  'request-entered',
  'request-left',
  'outward-asked',
  'outward-home',
  'outward-agreed',
  'outward-passed',
  'survey-opened',
  'survey-reminder',
  'mentor-asked',
  'mentor-volunteered',
  'ask-reminder',
  'ask-accepted',
  'ask-passed',
  'offer-taken',
  'consent-text-renewed',
  'consent-withdrawn',
  'transfer-withdrawn',
  'guardian-withdrew',
  'guardian-withdrew-active',
  'home-agreement-asked',
  'home-agreed',
  'home-refused',
] as const;

/** Kind of a notice. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What is told to whom. */
export interface NewNotice {
  personId: Id;
  kind: NoticeKind;
  /** Page of this product it leads to, made by `paths`. */
  path: string;
  /** Values the sentence needs, such as a name or a day; no confidential content. */
  details?: Record<string, string>;
  /** The unit whose business it is, when the person is told by a role held there. */
  unitId?: Id;
}
