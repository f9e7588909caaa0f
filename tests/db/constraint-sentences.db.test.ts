import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { grantSentences } from '#app/features/accounts/grant.text.ts';
import { invitationSentences } from '#app/features/accounts/invitation.text.ts';
import { acquaintanceSentences } from '#app/features/acquaintance/acquaintance.text.ts';
import { publicationSentences } from '#app/features/act-publication/publication.text.ts';
import { paperActSentences } from '#app/features/act-registers/act-registers.text.ts';
import { reviewSentences } from '#app/features/act-reviews/act-review.text.ts';
import { signatureSentences } from '#app/features/act-signatures/act-signature.text.ts';
import { agreementSentences } from '#app/features/agreements/agreement.text.ts';
import { consentTextSentences } from '#app/features/consent-texts/consent-text.text.ts';
import { contourSentences } from '#app/features/contours/contour.text.ts';
import { offerSentences } from '#app/features/contours/contour-offer.text.ts';
import { supplementSentences } from '#app/features/contract-supplements/supplement.text.ts';
import { instrumentSentences } from '#app/features/diagnostic-instruments/instrument.text.ts';
import { directorySentences } from '#app/features/directories/directory.text.ts';
import { routeSentences } from '#app/features/educational-routes/route.text.ts';
import { erasureSentences } from '#app/features/erasures/erasure.text.ts';
import { guardianSentences } from '#app/features/guardians/guardian.text.ts';
import { installationSentences } from '#app/features/installation/installation.text.ts';
import { actSentences } from '#app/features/local-acts/local-act.text.ts';
import { weightsSentences } from '#app/features/matching/score.text.ts';
import { membershipSentences } from '#app/features/memberships/membership.text.ts';
import { choiceSentences } from '#app/features/mentor-choice/mentor-choice.text.ts';
import { profileSentences } from '#app/features/mentor-profiles/mentor-profile.text.ts';
import { requestSentences } from '#app/features/mentoring-requests/mentoring-request.text.ts';
import { pauseSentences } from '#app/features/mentorship-pauses/pause.text.ts';
import { termsSentences } from '#app/features/mentorship-terms/terms.text.ts';
import { allSentences } from '#app/features/mentorships/mentorship-pages.text.ts';
import { surveySentences } from '#app/features/needs-surveys/needs-survey.text.ts';
import { offerSentences as registerSentences } from '#app/features/offers/offer.text.ts';
import { unitSentences } from '#app/features/org-units/unit.text.ts';
import { outwardSentences } from '#app/features/outward-offers/outward-offer.text.ts';
import { regulationSentences } from '#app/features/papers/papers.text.ts';
import { personSentences } from '#app/features/people/person.text.ts';
import { personalConsentSentences } from '#app/features/personal-consents/personal-consent.text.ts';
import { programmeSentences } from '#app/features/programmes/programme.text.ts';
import { topicSentences } from '#app/features/reverse-topics/topic.text.ts';
import { shiftSentences } from '#app/features/route-corrections/revision.text.ts';
import { deskSentences } from '#app/features/route-desk/desk.text.ts';
import { diagnosisSentences } from '#app/features/route-diagnosis/route-diagnosis.text.ts';
import { reflectionSentences } from '#app/features/route-reflections/reflection.text.ts';
import { moveSentences } from '#app/features/route-transfers/move.text.ts';
import { scenarioSentences } from '#app/features/scenarios/scenario.text.ts';
import { staffListSentences } from '#app/features/staff-lists/staff-list-import.text.ts';
import { stimulusSentences } from '#app/features/stimuli/stimulus.text.ts';
import { calendarSentences } from '#app/features/working-days/working-days.text.ts';
import { testDatabase } from '#tests/support/database.ts';

const db = testDatabase();

const spoken = new Set(
  Object.keys({
    ...acquaintanceSentences,
    ...paperActSentences,
    ...publicationSentences,
    ...signatureSentences,
    ...agreementSentences,
    ...consentTextSentences,
    ...guardianSentences,
    ...erasureSentences,
    ...personalConsentSentences,
    ...reviewSentences,
    ...contourSentences,
    ...offerSentences,
    ...registerSentences,
    ...deskSentences,
    ...moveSentences,
    ...grantSentences,
    ...invitationSentences,
    ...routeSentences,
    ...instrumentSentences,
    ...diagnosisSentences,
    ...reflectionSentences,
    ...shiftSentences,
    ...installationSentences,
    ...actSentences,
    ...weightsSentences,
    ...scenarioSentences,
    ...requestSentences,
    ...outwardSentences,
    ...surveySentences,
    ...choiceSentences,
    ...allSentences,
    ...profileSentences,
    ...membershipSentences,
    ...pauseSentences,
    ...topicSentences,
    ...unitSentences,
    ...personSentences,
    ...programmeSentences,
    ...staffListSentences,
    ...stimulusSentences,
    ...calendarSentences,
    ...directorySentences,
    ...termsSentences,
    ...supplementSentences,
    ...regulationSentences,
  }),
);

/** The form's schema accepts no other word, no longer text and no other number. */
const REFUSED_BY_THE_SCHEMA = /_(known|length|range|lower)$|_one_of_seven$/;
/** Both days are of the one row that is written, and a rule of another name compares them first. */
const COMPARED_BY_A_RULE = /_period_in_order$|^mentorship_ends_before_start$|_fits_years$/;
/** Written by the program alone; nothing of it is typed. */
const WRITTEN_BY_THE_PROGRAM = [
  'act_template_variant_in_force',
  'diagnosis_import_applied_is_empty',
  'act_template_variant_version_positive',
  'act_template_variant_version_taken',
  'legal_reference_code_taken',
  'legal_reference_replaced_has_end',
  'component_location_ground_fits',
  'component_location_provider_fits',
  'calendar_day_regional_of_region',
  'directory_switch_of_one_entry',
  'directory_version_of_one_entry',
  'contract_supplement_signed_whole',
  'destruction_act_people_count_positive',
  'erasure_due_one_end',
  'erasure_due_one_source',
  'erasure_due_settled_whole',
  'guardian_consent_withdrawn_whole',
  'personal_consent_categories_of_dissemination',
  'personal_consent_end_whole',
  'invitation_token_taken',
  'journal_entry_has_an_author',
  'guardian_consent_already_recorded',
  'home_agreement_asked_once',
  'home_agreement_decided_whole',
  'act_acquaintance_own_by_other',
  'act_acquaintance_whole',
  'act_file_format_of_kind',
  'act_file_size',
  'act_issue_hash_form',
  'act_issue_kept',
  'act_issue_kept_unmarked',
  'act_issue_of_file',
  'act_number_explained',
  'act_number_of_act',
  'act_number_ordinals',
  'act_opinion_outcome_of_body',
  'act_opinion_whole',
  'act_publication_withdrawn_whole',
  'act_review_answer_whole',
  'act_review_asked_twice',
  'act_signature_whole',
  'local_act_approved_whole',
  'local_act_ended_before_force',
  'local_act_ended_whole',
  'local_act_force_before_number',
  'local_act_kind_of_signature',
  'local_act_signature_refused',
  'local_act_supersedes_itself',
  'number_mask_of_journal',
  'local_act_check_code_form',
  'local_act_check_code_taken',
  'output_standard_of_unit',
  'paper_bundle_of_something',
  'paper_bundle_ready_whole',
  'mentor_profile_pause_in_order',
  'mentor_result_confirmed_whole',
  'mentor_result_withdrawn_whole',
  'matching_scenario_published_whole',
  'mentorship_notice_of_a_side',
  'mentoring_request_closed_whole',
  'mentoring_request_matched_whole',
  'membership_change_done_whole',
  'membership_change_replaces_whom',
  'mentorship_active_when_ordered',
  'mentorship_finished_when_closed',
  'mentorship_topic_two_people',
  'monitoring_rollup_period_form',
  'org_unit_ancestor_depth_not_negative',
  'org_unit_only_the_root_has_no_parent',
  'needs_answer_whole',
  'outward_offer_agreed_whole',
  'outward_offer_elsewhere',
  'outward_offer_home_whole',
  'request_offer_asked_whole',
  'person_move_decided_whole',
  'route_position_opened_first',
  'route_proposal_once',
  'route_proposal_step_when_accepted',
  'route_transfer_decided_whole',
  'route_transfer_elsewhere',
  'route_transfer_pending',
  'step_remark_agrees_on_plan',
  'route_cycle_days_in_order',
  'route_deficit_closed_after_opened',
  'route_diagnosis_side_fits',
  'route_file_of_one',
  'route_file_size',
  'route_reflection_cycle_fits',
  'route_revision_number',
  'route_shift_answered_fits',
  'share_already_open',
  'staff_list_tries_not_negative',
  'structural_component_position_taken',
  'scenario_mentee_once',
  'scenario_mentee_total_when_placed',
  'scenario_mentor_once',
];

test('every constraint a form can break has a Russian sentence', async () => {
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'x', 'u')
    union select indexname from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'
      and indexname not like '%_pk' and tablename not like 'kysely_%'
    order by name
  `.execute(db);
  const names = rows.map(({ name }) => name);
  const silent = names.filter((name) => !spoken.has(name.replaceAll('_', '-')));
  const reachable = silent.filter(
    (name) =>
      !REFUSED_BY_THE_SCHEMA.test(name) && !COMPARED_BY_A_RULE.test(name) && !WRITTEN_BY_THE_PROGRAM.includes(name),
  );
  expect(reachable).toEqual([]);
  expect(WRITTEN_BY_THE_PROGRAM.filter((name) => !names.includes(name))).toEqual([]);
});
