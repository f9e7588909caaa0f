import type {
  ActAcquaintanceTable,
  ActFileTable,
  ActIssueTable,
  ActNumberTable,
  ActOpinionTable,
  ActPublicationTable,
  ActReviewTable,
  ActSignatureTable,
  NumberMaskTable,
} from './tables-acts.ts';
import type {
  ConsentTextTable,
  DestructionActTable,
  ErasureDueTable,
  GuardianTable,
  PersonalConsentTable,
} from './tables-consents.ts';

import type {
  ComponentLocationTable,
  ComponentOfferAnswerTable,
  ComponentOfferTable,
  CooperationAgreementTable,
  StructuralComponentTable,
} from './tables-contours.ts';
import type {
  GroupPlanTable,
  LearningOfferAreaTable,
  LearningOfferTable,
  OfferImportTable,
  PersonMoveTable,
  ProposalLookTable,
  RouteEarlyEndTable,
  RouteHandoverTable,
  RoutePauseTable,
  RouteProposalTable,
  RouteTransferTable,
  StepOfferTable,
  StepPlanItemTable,
  StepRemarkTable,
} from './tables-desk.ts';
import type {
  DirectorySwitchTable,
  DirectoryVersionTable,
  MentoringFormTable,
  MentoringKindTable,
} from './tables-directories.ts';
import type {
  CompetenceAreaTable,
  EducationalRouteTable,
  MonitoringDirtyTable,
  MonitoringRollupTable,
  RoutePositionTable,
  RouteStepTable,
  RouteTutorTable,
} from './tables-growth.ts';
import type {
  AccountTable,
  CalendarDayTable,
  CalendarYearTable,
  InvitationTable,
  JournalEntryTable,
  NoticeTable,
  OnceKeyTable,
  OrgUnitAncestorTable,
  OrgUnitNameTable,
  OrgUnitParentTable,
  OrgUnitTable,
  OutboxMailTable,
  RoleGrantTable,
  SessionTable,
  SettingTable,
  SignInAttemptTable,
} from './tables-institution.ts';
import type { ActTemplateVariantTable, LegalReferenceTable } from './tables-legal.ts';
import type {
  MatchingScenarioTable,
  MatchingWeightsTable,
  ScenarioMenteeTable,
  ScenarioMentorTable,
  ScenarioPinTable,
} from './tables-matching.ts';
import type {
  ConsentTable,
  LocalActMentorshipTable,
  LocalActNumberTable,
  LocalActTable,
  MentorshipMemberTable,
  MentorshipNoticeTable,
  MentorshipTable,
  PlanItemTable,
  ProgrammeGoalTable,
  ProgrammeTable,
  StimulusTable,
} from './tables-mentoring.ts';
import type {
  FreeSlotTable,
  LoadOverrideTable,
  MentoringLimitsTable,
  MentorProfileTable,
  MentorResultTable,
  MentorStrengthTable,
  ParticipantReadinessTable,
} from './tables-mentors.ts';
import type {
  ClosingWordTable,
  GuardianConsentTable,
  HomeAgreementTable,
  MembershipChangeTable,
  MentorshipPauseTable,
  MentorshipTopicTable,
} from './tables-mentorship-life.ts';
import type {
  LocalActCheckTable,
  OutputStandardTable,
  PaperBundleFileTable,
  PaperBundlePaperTable,
  PaperBundleTable,
} from './tables-output.ts';
import type { ContractSupplementTable, MentorshipTermsTable, RegulationReferenceTable } from './tables-papers.ts';
import type {
  EmploymentTable,
  PersonFormerNameTable,
  PersonNameFormTable,
  PersonTable,
  PostTable,
  StaffListFileTable,
  StaffListOrganisationTable,
  StaffListRowTable,
  StaffListTable,
} from './tables-people.ts';
import type {
  MentoringRequestTable,
  NeedsAnswerTable,
  NeedsSurveyTable,
  OutwardOfferTable,
  RequestAreaTable,
  RequestOfferTable,
  RequestWishTable,
} from './tables-requests.ts';
import type {
  DiagnosisImportTable,
  DiagnosticInstrumentTable,
  InstrumentAreaTable,
  InstrumentBlockTable,
  RouteCycleTable,
  RouteDeficitTable,
  RouteDiagnosisAreaTable,
  RouteDiagnosisTable,
  RouteFileTable,
  RouteImageTable,
  RouteLookTable,
  RouteMotivationTable,
  RouteReflectionDeficitTable,
  RouteReflectionTable,
  RouteRevisionStepTable,
  RouteRevisionTable,
  RouteShareTable,
  RouteShiftTable,
} from './tables-routes.ts';

export type { Day, Id, Moment } from './column-types.ts';

/** Every table of the database; a test compares it with the migrated schema. */
export interface Schema {
  orgUnit: OrgUnitTable;
  orgUnitName: OrgUnitNameTable;
  orgUnitParent: OrgUnitParentTable;
  orgUnitAncestor: OrgUnitAncestorTable;
  post: PostTable;
  person: PersonTable;
  employment: EmploymentTable;
  personFormerName: PersonFormerNameTable;
  personNameForm: PersonNameFormTable;
  account: AccountTable;
  session: SessionTable;
  invitation: InvitationTable;
  roleGrant: RoleGrantTable;
  signInAttempt: SignInAttemptTable;
  journalEntry: JournalEntryTable;
  cooperationAgreement: CooperationAgreementTable;
  structuralComponent: StructuralComponentTable;
  componentLocation: ComponentLocationTable;
  componentOffer: ComponentOfferTable;
  componentOfferAnswer: ComponentOfferAnswerTable;
  mentoringForm: MentoringFormTable;
  mentoringKind: MentoringKindTable;
  directoryVersion: DirectoryVersionTable;
  directorySwitch: DirectorySwitchTable;
  mentorProfile: MentorProfileTable;
  mentorResult: MentorResultTable;
  mentorStrength: MentorStrengthTable;
  freeSlot: FreeSlotTable;
  participantReadiness: ParticipantReadinessTable;
  mentoringLimits: MentoringLimitsTable;
  loadOverride: LoadOverrideTable;
  mentorship: MentorshipTable;
  mentorshipMember: MentorshipMemberTable;
  mentorshipNotice: MentorshipNoticeTable;
  consent: ConsentTable;
  membershipChange: MembershipChangeTable;
  mentorshipPause: MentorshipPauseTable;
  mentorshipTopic: MentorshipTopicTable;
  closingWord: ClosingWordTable;
  homeAgreement: HomeAgreementTable;
  guardianConsent: GuardianConsentTable;
  legalReference: LegalReferenceTable;
  actTemplateVariant: ActTemplateVariantTable;
  guardian: GuardianTable;
  consentText: ConsentTextTable;
  personalConsent: PersonalConsentTable;
  destructionAct: DestructionActTable;
  erasureDue: ErasureDueTable;
  localAct: LocalActTable;
  localActMentorship: LocalActMentorshipTable;
  localActNumber: LocalActNumberTable;
  actReview: ActReviewTable;
  actOpinion: ActOpinionTable;
  numberMask: NumberMaskTable;
  actNumber: ActNumberTable;
  actFile: ActFileTable;
  actSignature: ActSignatureTable;
  actIssue: ActIssueTable;
  actAcquaintance: ActAcquaintanceTable;
  actPublication: ActPublicationTable;
  localActCheck: LocalActCheckTable;
  outputStandard: OutputStandardTable;
  paperBundle: PaperBundleTable;
  paperBundleFile: PaperBundleFileTable;
  paperBundlePaper: PaperBundlePaperTable;
  programme: ProgrammeTable;
  programmeGoal: ProgrammeGoalTable;
  planItem: PlanItemTable;
  competenceArea: CompetenceAreaTable;
  educationalRoute: EducationalRouteTable;
  routeTutor: RouteTutorTable;
  routePosition: RoutePositionTable;
  routeStep: RouteStepTable;
  diagnosisImport: DiagnosisImportTable;
  routeFile: RouteFileTable;
  diagnosticInstrument: DiagnosticInstrumentTable;
  instrumentBlock: InstrumentBlockTable;
  instrumentArea: InstrumentAreaTable;
  routeDiagnosis: RouteDiagnosisTable;
  routeDiagnosisArea: RouteDiagnosisAreaTable;
  routeDeficit: RouteDeficitTable;
  routeRevision: RouteRevisionTable;
  routeRevisionStep: RouteRevisionStepTable;
  routeCycle: RouteCycleTable;
  routeImage: RouteImageTable;
  routeShift: RouteShiftTable;
  routeReflection: RouteReflectionTable;
  routeReflectionDeficit: RouteReflectionDeficitTable;
  routeMotivation: RouteMotivationTable;
  routeShare: RouteShareTable;
  routeLook: RouteLookTable;
  matchingWeights: MatchingWeightsTable;
  matchingScenario: MatchingScenarioTable;
  scenarioMentor: ScenarioMentorTable;
  scenarioMentee: ScenarioMenteeTable;
  scenarioPin: ScenarioPinTable;
  stimulus: StimulusTable;
  monitoringRollup: MonitoringRollupTable;
  monitoringDirty: MonitoringDirtyTable;
  staffList: StaffListTable;
  staffListFile: StaffListFileTable;
  staffListRow: StaffListRowTable;
  staffListOrganisation: StaffListOrganisationTable;
  notice: NoticeTable;
  outboxMail: OutboxMailTable;
  onceKey: OnceKeyTable;
  setting: SettingTable;
  calendarYear: CalendarYearTable;
  calendarDay: CalendarDayTable;
  mentorshipTerms: MentorshipTermsTable;
  contractSupplement: ContractSupplementTable;
  regulationReference: RegulationReferenceTable;
  mentoringRequest: MentoringRequestTable;
  requestArea: RequestAreaTable;
  requestWish: RequestWishTable;
  requestOffer: RequestOfferTable;
  outwardOffer: OutwardOfferTable;
  needsSurvey: NeedsSurveyTable;
  needsAnswer: NeedsAnswerTable;
  learningOffer: LearningOfferTable;
  learningOfferArea: LearningOfferAreaTable;
  offerImport: OfferImportTable;
  stepOffer: StepOfferTable;
  groupPlan: GroupPlanTable;
  routeProposal: RouteProposalTable;
  proposalLook: ProposalLookTable;
  stepRemark: StepRemarkTable;
  routeHandover: RouteHandoverTable;
  personMove: PersonMoveTable;
  routeTransfer: RouteTransferTable;
  routePause: RoutePauseTable;
  routeEarlyEnd: RouteEarlyEndTable;
  stepPlanItem: StepPlanItemTable;
}
