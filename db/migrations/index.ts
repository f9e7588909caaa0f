import type { Migration } from 'kysely';
import * as orgUnitCreate from './2026_11_22_000100_org_unit_create.ts';
import * as personCreate from './2026_11_22_000200_person_create.ts';
import * as postFill from './2026_11_22_000250_post_fill.ts';
import * as accountCreate from './2026_11_22_000300_account_create.ts';
import * as journalCreate from './2026_11_22_000400_journal_create.ts';
import * as mentorshipCreate from './2026_11_22_000500_mentorship_create.ts';
import * as localActCreate from './2026_11_22_000600_local_act_create.ts';
import * as programmeCreate from './2026_11_22_000700_programme_create.ts';
import * as educationalRouteCreate from './2026_11_22_000800_educational_route_create.ts';
import * as stimulusCreate from './2026_11_22_000900_stimulus_create.ts';
import * as monitoringCreate from './2026_11_22_001000_monitoring_create.ts';
import * as staffListCreate from './2026_11_22_001100_staff_list_create.ts';
import * as noticeCreate from './2026_11_22_001200_notice_create.ts';
import * as staffListAddReading from './2026_11_22_001300_staff_list_add_reading.ts';
import * as journalAddActorIndex from './2026_11_22_001400_journal_add_actor_index.ts';
import * as calendarDayCreate from './2026_11_22_002000_calendar_day_create.ts';
import * as directoryVersionCreate from './2026_11_22_002010_directory_version_create.ts';
import * as directoryVersionFill from './2026_11_22_002020_directory_version_fill.ts';
import * as mentorshipNoticeCreate from './2026_11_22_002030_mentorship_notice_create.ts';
import * as cooperationAgreementCreate from './2026_11_22_002100_cooperation_agreement_create.ts';
import * as structuralComponentCreate from './2026_11_22_002110_structural_component_create.ts';
import * as componentLocationCreate from './2026_11_22_002120_component_location_create.ts';
import * as componentOfferCreate from './2026_11_22_002130_component_offer_create.ts';
import * as mentorProfileAddOffer from './2026_11_22_002200_mentor_profile_add_offer.ts';
import * as mentorResultCreate from './2026_11_22_002205_mentor_result_create.ts';
import * as mentorStrengthCreate from './2026_11_22_002210_mentor_strength_create.ts';
import * as freeSlotCreate from './2026_11_22_002215_free_slot_create.ts';
import * as participantReadinessCreate from './2026_11_22_002220_participant_readiness_create.ts';
import * as mentoringLimitsCreate from './2026_11_22_002225_mentoring_limits_create.ts';
import * as loadOverrideCreate from './2026_11_22_002230_load_override_create.ts';
import * as mentorshipAddHours from './2026_11_22_002235_mentorship_add_hours.ts';
import * as mentoringRequestCreate from './2026_11_22_002300_mentoring_request_create.ts';
import * as requestOfferCreate from './2026_11_22_002310_request_offer_create.ts';
import * as outwardOfferCreate from './2026_11_22_002320_outward_offer_create.ts';
import * as needsSurveyCreate from './2026_11_22_002330_needs_survey_create.ts';
import * as mentorshipAlterStates from './2026_11_22_002400_mentorship_alter_states.ts';
import * as membershipChangeCreate from './2026_11_22_002410_membership_change_create.ts';
import * as mentorshipPauseCreate from './2026_11_22_002420_mentorship_pause_create.ts';
import * as mentorshipTopicCreate from './2026_11_22_002430_mentorship_topic_create.ts';
import * as homeAgreementCreate from './2026_11_22_002440_home_agreement_create.ts';
import * as guardianConsentCreate from './2026_11_22_002450_guardian_consent_create.ts';
import * as mentorshipTermsCreate from './2026_11_22_002500_mentorship_terms_create.ts';
import * as contractSupplementCreate from './2026_11_22_002510_contract_supplement_create.ts';
import * as regulationReferenceCreate from './2026_11_22_002520_regulation_reference_create.ts';
import * as matchingWeightsCreate from './2026_11_22_002600_matching_weights_create.ts';
import * as matchingScenarioCreate from './2026_11_22_002610_matching_scenario_create.ts';
import * as localActAlterKind from './2026_11_22_003000_local_act_alter_kind.ts';
import * as legalReferenceCreate from './2026_11_22_003010_legal_reference_create.ts';
import * as actTemplateVariantCreate from './2026_11_22_003020_act_template_variant_create.ts';
import * as localActAddForce from './2026_11_22_003100_local_act_add_force.ts';
import * as actReviewCreate from './2026_11_22_003110_act_review_create.ts';
import * as actNumberCreate from './2026_11_22_003120_act_number_create.ts';
import * as actFileCreate from './2026_11_22_003130_act_file_create.ts';
import * as actAcquaintanceCreate from './2026_11_22_003140_act_acquaintance_create.ts';
import * as actPublicationCreate from './2026_11_22_003150_act_publication_create.ts';
import * as localActAddCheck from './2026_11_22_003200_local_act_add_check.ts';
import * as outputStandardCreate from './2026_11_22_003210_output_standard_create.ts';
import * as paperBundleCreate from './2026_11_22_003220_paper_bundle_create.ts';
import * as guardianCreate from './2026_11_22_003300_guardian_create.ts';
import * as consentTextCreate from './2026_11_22_003305_consent_text_create.ts';
import * as personalConsentCreate from './2026_11_22_003310_personal_consent_create.ts';
import * as guardianConsentAddWithdrawal from './2026_11_22_003315_guardian_consent_add_withdrawal.ts';
import * as destructionActCreate from './2026_11_22_003320_destruction_act_create.ts';
import * as erasureDueCreate from './2026_11_22_003325_erasure_due_create.ts';
import * as diagnosticInstrumentCreate from './2026_11_22_003400_diagnostic_instrument_create.ts';
import * as routeDiagnosisCreate from './2026_11_22_003410_route_diagnosis_create.ts';
import * as routeStepAddDetails from './2026_11_22_003420_route_step_add_details.ts';
import * as routeRevisionCreate from './2026_11_22_003430_route_revision_create.ts';
import * as routeCycleCreate from './2026_11_22_003440_route_cycle_create.ts';
import * as routeReflectionCreate from './2026_11_22_003450_route_reflection_create.ts';
import * as routeShareCreate from './2026_11_22_003460_route_share_create.ts';
import * as diagnosisImportCreate from './2026_11_22_003470_diagnosis_import_create.ts';
import * as learningOfferCreate from './2026_11_22_003500_learning_offer_create.ts';
import * as offerImportCreate from './2026_11_22_003505_offer_import_create.ts';
import * as routeStepAddReview from './2026_11_22_003510_route_step_add_review.ts';
import * as stepRemarkCreate from './2026_11_22_003515_step_remark_create.ts';
import * as groupPlanCreate from './2026_11_22_003520_group_plan_create.ts';
import * as routeHandoverCreate from './2026_11_22_003525_route_handover_create.ts';
import * as personMoveCreate from './2026_11_22_003530_person_move_create.ts';
import * as routeTransferCreate from './2026_11_22_003535_route_transfer_create.ts';
import * as routePauseCreate from './2026_11_22_003540_route_pause_create.ts';
import * as routeEarlyEndCreate from './2026_11_22_003545_route_early_end_create.ts';
import * as stepPlanItemCreate from './2026_11_22_003550_step_plan_item_create.ts';
import * as proposalLookCreate from './2026_11_22_003560_proposal_look_create.ts';
import * as paperBundleFileStore from './2026_11_22_003600_paper_bundle_file_store.ts';
import * as actIssueCreate from './2026_11_22_003610_act_issue_create.ts';
import * as routeFileCreate from './2026_11_22_003700_route_file_create.ts';
import * as staffListAddTries from './2026_11_22_003800_staff_list_add_tries.ts';
import * as calendarYearAddVersion from './2026_11_22_003810_calendar_year_add_version.ts';
import * as closingWordCreate from './2026_11_22_003820_closing_word_create.ts';
import * as personAddCategoryDays from './2026_11_22_003830_person_add_category_days.ts';
import * as personFormerNameCreate from './2026_11_22_003900_person_former_name_create.ts';
import * as erasureDueAddSettled from './2026_11_22_003910_erasure_due_add_settled.ts';
import * as personalConsentIndexTransfer from './2026_11_22_003920_personal_consent_index_transfer.ts';
import * as staffListAddContactsForgotten from './2026_11_22_003930_staff_list_add_contacts_forgotten.ts';
import * as diagnosisImportEmptyApplied from './2026_11_22_004000_diagnosis_import_empty_applied.ts';
import * as actReviewRelease from './2026_11_22_004010_act_review_release.ts';
import * as noticeAddRoleUnits from './2026_11_22_004020_notice_add_role_units.ts';

/** Every migration by its file name, in order. A list, not a folder read at start: the program runs from one built file. */
export const migrations: Record<string, Migration> = {
  '2026_11_22_000100_org_unit_create': orgUnitCreate,
  '2026_11_22_000200_person_create': personCreate,
  '2026_11_22_000250_post_fill': postFill,
  '2026_11_22_000300_account_create': accountCreate,
  '2026_11_22_000400_journal_create': journalCreate,
  '2026_11_22_000500_mentorship_create': mentorshipCreate,
  '2026_11_22_000600_local_act_create': localActCreate,
  '2026_11_22_000700_programme_create': programmeCreate,
  '2026_11_22_000800_educational_route_create': educationalRouteCreate,
  '2026_11_22_000900_stimulus_create': stimulusCreate,
  '2026_11_22_001000_monitoring_create': monitoringCreate,
  '2026_11_22_001100_staff_list_create': staffListCreate,
  '2026_11_22_001200_notice_create': noticeCreate,
  '2026_11_22_001300_staff_list_add_reading': staffListAddReading,
  '2026_11_22_001400_journal_add_actor_index': journalAddActorIndex,
  '2026_11_22_002000_calendar_day_create': calendarDayCreate,
  '2026_11_22_002010_directory_version_create': directoryVersionCreate,
  '2026_11_22_002020_directory_version_fill': directoryVersionFill,
  '2026_11_22_002030_mentorship_notice_create': mentorshipNoticeCreate,
  '2026_11_22_002100_cooperation_agreement_create': cooperationAgreementCreate,
  '2026_11_22_002110_structural_component_create': structuralComponentCreate,
  '2026_11_22_002120_component_location_create': componentLocationCreate,
  '2026_11_22_002130_component_offer_create': componentOfferCreate,
  '2026_11_22_002200_mentor_profile_add_offer': mentorProfileAddOffer,
  '2026_11_22_002205_mentor_result_create': mentorResultCreate,
  '2026_11_22_002210_mentor_strength_create': mentorStrengthCreate,
  '2026_11_22_002215_free_slot_create': freeSlotCreate,
  '2026_11_22_002220_participant_readiness_create': participantReadinessCreate,
  '2026_11_22_002225_mentoring_limits_create': mentoringLimitsCreate,
  '2026_11_22_002230_load_override_create': loadOverrideCreate,
  '2026_11_22_002235_mentorship_add_hours': mentorshipAddHours,
  '2026_11_22_002300_mentoring_request_create': mentoringRequestCreate,
  '2026_11_22_002310_request_offer_create': requestOfferCreate,
  '2026_11_22_002320_outward_offer_create': outwardOfferCreate,
  '2026_11_22_002330_needs_survey_create': needsSurveyCreate,
  '2026_11_22_002400_mentorship_alter_states': mentorshipAlterStates,
  '2026_11_22_002410_membership_change_create': membershipChangeCreate,
  '2026_11_22_002420_mentorship_pause_create': mentorshipPauseCreate,
  '2026_11_22_002430_mentorship_topic_create': mentorshipTopicCreate,
  '2026_11_22_002440_home_agreement_create': homeAgreementCreate,
  '2026_11_22_002450_guardian_consent_create': guardianConsentCreate,
  '2026_11_22_002500_mentorship_terms_create': mentorshipTermsCreate,
  '2026_11_22_002510_contract_supplement_create': contractSupplementCreate,
  '2026_11_22_002520_regulation_reference_create': regulationReferenceCreate,
  '2026_11_22_002600_matching_weights_create': matchingWeightsCreate,
  '2026_11_22_002610_matching_scenario_create': matchingScenarioCreate,
  '2026_11_22_003000_local_act_alter_kind': localActAlterKind,
  '2026_11_22_003010_legal_reference_create': legalReferenceCreate,
  '2026_11_22_003020_act_template_variant_create': actTemplateVariantCreate,
  '2026_11_22_003100_local_act_add_force': localActAddForce,
  '2026_11_22_003110_act_review_create': actReviewCreate,
  '2026_11_22_003120_act_number_create': actNumberCreate,
  '2026_11_22_003130_act_file_create': actFileCreate,
  '2026_11_22_003140_act_acquaintance_create': actAcquaintanceCreate,
  '2026_11_22_003150_act_publication_create': actPublicationCreate,
  '2026_11_22_003200_local_act_add_check': localActAddCheck,
  '2026_11_22_003210_output_standard_create': outputStandardCreate,
  '2026_11_22_003220_paper_bundle_create': paperBundleCreate,
  '2026_11_22_003300_guardian_create': guardianCreate,
  '2026_11_22_003305_consent_text_create': consentTextCreate,
  '2026_11_22_003310_personal_consent_create': personalConsentCreate,
  '2026_11_22_003315_guardian_consent_add_withdrawal': guardianConsentAddWithdrawal,
  '2026_11_22_003320_destruction_act_create': destructionActCreate,
  '2026_11_22_003325_erasure_due_create': erasureDueCreate,
  '2026_11_22_003400_diagnostic_instrument_create': diagnosticInstrumentCreate,
  '2026_11_22_003410_route_diagnosis_create': routeDiagnosisCreate,
  '2026_11_22_003420_route_step_add_details': routeStepAddDetails,
  '2026_11_22_003430_route_revision_create': routeRevisionCreate,
  '2026_11_22_003440_route_cycle_create': routeCycleCreate,
  '2026_11_22_003450_route_reflection_create': routeReflectionCreate,
  '2026_11_22_003460_route_share_create': routeShareCreate,
  '2026_11_22_003470_diagnosis_import_create': diagnosisImportCreate,
  '2026_11_22_003500_learning_offer_create': learningOfferCreate,
  '2026_11_22_003505_offer_import_create': offerImportCreate,
  '2026_11_22_003510_route_step_add_review': routeStepAddReview,
  '2026_11_22_003515_step_remark_create': stepRemarkCreate,
  '2026_11_22_003520_group_plan_create': groupPlanCreate,
  '2026_11_22_003525_route_handover_create': routeHandoverCreate,
  '2026_11_22_003530_person_move_create': personMoveCreate,
  '2026_11_22_003535_route_transfer_create': routeTransferCreate,
  '2026_11_22_003540_route_pause_create': routePauseCreate,
  '2026_11_22_003545_route_early_end_create': routeEarlyEndCreate,
  '2026_11_22_003550_step_plan_item_create': stepPlanItemCreate,
  '2026_11_22_003560_proposal_look_create': proposalLookCreate,
  '2026_11_22_003600_paper_bundle_file_store': paperBundleFileStore,
  '2026_11_22_003610_act_issue_create': actIssueCreate,
  '2026_11_22_003700_route_file_create': routeFileCreate,
  '2026_11_22_003800_staff_list_add_tries': staffListAddTries,
  '2026_11_22_003810_calendar_year_add_version': calendarYearAddVersion,
  '2026_11_22_003820_closing_word_create': closingWordCreate,
  '2026_11_22_003830_person_add_category_days': personAddCategoryDays,
  '2026_11_22_003900_person_former_name_create': personFormerNameCreate,
  '2026_11_22_003910_erasure_due_add_settled': erasureDueAddSettled,
  '2026_11_22_003920_personal_consent_index_transfer': personalConsentIndexTransfer,
  '2026_11_22_003930_staff_list_add_contacts_forgotten': staffListAddContactsForgotten,
  '2026_11_22_004000_diagnosis_import_empty_applied': diagnosisImportEmptyApplied,
  '2026_11_22_004010_act_review_release': actReviewRelease,
  '2026_11_22_004020_notice_add_role_units': noticeAddRoleUnits,
};
