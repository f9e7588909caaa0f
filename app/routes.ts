import { index, type RouteConfig, route } from '@remix-run/route-config';
import { actRoutes } from './routes-acts.ts';
import { consentRoutes } from './routes-consents.ts';
import { deskRoutes } from './routes-desk.ts';

/** The site map: every URL once. Paths are spelled again only in `paths.ts`; a test compares the two. */
const routes: RouteConfig = [
  index('features/home/home.page.tsx'),
  // org-units
  route('units', 'features/org-units/units.page.tsx'),
  route('units/:id', 'features/org-units/unit.page.tsx'),
  route('units/:id/add', 'features/org-units/unit-add.page.tsx'),
  route('units/:id/rename', 'features/org-units/unit-rename.page.tsx'),
  route('units/:id/move', 'features/org-units/unit-move.page.tsx'),
  route('units/:id/close', 'features/org-units/unit-close.page.tsx'),

  // directories
  route('directories', 'features/directories/directories.page.tsx'),
  route('directories/:directory/add', 'features/directories/entry-add.page.tsx'),
  route('directories/:directory/:code', 'features/directories/entry.page.tsx'),
  route('directories/:directory/:code/version', 'features/directories/version-add.page.tsx'),
  route('directories/:directory/:code/switch', 'features/directories/entry-switch.page.tsx'),

  // working-days
  route('working-days', 'features/working-days/working-days.page.tsx'),
  route('working-days/add', 'features/working-days/working-day-add.page.tsx'),
  route('working-days/year', 'features/working-days/working-year.page.tsx'),
  route('working-days/:id/remove', 'features/working-days/working-day-remove.page.tsx'),

  // people
  route('people', 'features/people/people.page.tsx'),
  route('people.xlsx', 'features/people/people-xlsx.download.ts'),
  route('people/add', 'features/people/person-add.page.tsx'),
  route('people/:id', 'features/people/person.page.tsx'),
  route('people/:id/edit', 'features/people/person-edit.page.tsx'),
  route('people/:id/employments/add', 'features/people/employment-add.page.tsx'),
  route('employments/:id/end', 'features/people/employment-end.page.tsx'),

  // staff-lists
  route('staff-lists', 'features/staff-lists/staff-lists.page.tsx'),
  route('staff-lists/upload', 'features/staff-lists/staff-list-upload.page.tsx'),
  route('staff-lists/:id', 'features/staff-lists/staff-list.page.tsx'),
  route('staff-lists/:id/mapping', 'features/staff-lists/staff-list-mapping.page.tsx'),
  route('staff-lists/:id/organisations', 'features/staff-lists/staff-list-organisations.page.tsx'),
  route('staff-lists/:id/recheck', 'features/staff-lists/staff-list-recheck.page.tsx'),
  route('staff-lists/:id/apply', 'features/staff-lists/staff-list-apply.page.tsx'),
  route('staff-lists/:id/discard', 'features/staff-lists/staff-list-discard.page.tsx'),
  route('staff-lists/:id/refused.xlsx', 'features/staff-lists/staff-list-refused.download.ts'),

  // notifications
  route('me/notices', 'features/notifications/notices.page.tsx'),
  ...actRoutes,
  // accounts
  route('sign-in', 'features/accounts/sign-in.page.tsx'),
  route('sign-out', 'features/accounts/sign-out.page.tsx'),
  route('invitation/:token', 'features/accounts/invitation.page.tsx'),
  route('me/sessions', 'features/accounts/my-sessions.page.tsx'),
  route('me/sessions/end-others', 'features/accounts/my-other-sessions-end.page.tsx'),
  route('me/sessions/:id/end', 'features/accounts/my-session-end.page.tsx'),
  route('me/password', 'features/accounts/my-password.page.tsx'),
  route('me/theme', 'features/accounts/my-theme.page.tsx'),
  route('accounts', 'features/accounts/accounts.page.tsx'),
  route('accounts/official', 'features/accounts/official.page.tsx'),
  route('people/:id/grants', 'features/accounts/grants.page.tsx'),
  route('people/:id/grants/add', 'features/accounts/grant-add.page.tsx'),
  route('people/:id/invite', 'features/accounts/invite.page.tsx'),
  route('grants/:id/end', 'features/accounts/grant-end.page.tsx'),

  // installation
  route('first-run', 'features/installation/first-run.page.tsx'),
  route('first-run/setup', 'features/installation/set-up.page.tsx'),
  route('first-run/demonstration', 'features/installation/open-demonstration.page.tsx'),
  route('demonstration/clock', 'features/installation/clock.page.tsx'),

  // agreements
  route('agreements', 'features/agreements/agreements.page.tsx'),
  route('agreements/add', 'features/agreements/agreement-add.page.tsx'),
  route('agreements/:id', 'features/agreements/agreement.page.tsx'),
  route('agreements/:id/edit', 'features/agreements/agreement-edit.page.tsx'),
  route('agreements/:id/end', 'features/agreements/agreement-end.page.tsx'),

  // contours
  route('contours', 'features/contours/contours.page.tsx'),
  route('contours/areas/:unitId', 'features/contours/contour-area.page.tsx'),
  route('contours/areas/:unitId/contours.xlsx', 'features/contours/contour-area-xlsx.download.ts'),
  route('contours/areas/:unitId/offers', 'features/contours/contour-offers.page.tsx'),
  route('contours/:unitId', 'features/contours/contour.page.tsx'),
  route('contours/:unitId/components/:code', 'features/contours/component.page.tsx'),
  route('contours/:unitId/components/:code/inside', 'features/contours/component-inside.page.tsx'),
  route('contours/:unitId/components/:code/outside', 'features/contours/component-outside.page.tsx'),
  route('contours/:unitId/components/:code/end', 'features/contours/component-end.page.tsx'),
  route('contours/:unitId/offer', 'features/contours/contour-offer.page.tsx'),
  route('contours/:unitId/offers/:offerId/accept', 'features/contours/offer-accept.page.tsx'),
  route('contours/:unitId/offers/:offerId/decline', 'features/contours/offer-decline.page.tsx'),
  route('component-offers/:id/withdraw', 'features/contours/offer-withdraw.page.tsx'),

  ...deskRoutes,

  // educational-routes
  route('educational-routes', 'features/educational-routes/routes.page.tsx'),
  route('educational-routes/open', 'features/educational-routes/route-open.page.tsx'),
  route('educational-routes/:id', 'features/route-book/route.page.tsx'),
  route('educational-routes/:id/target-image', 'features/educational-routes/route-image.page.tsx'),
  route('educational-routes/:id/tutor', 'features/educational-routes/route-tutor.page.tsx'),
  route('educational-routes/:id/positions/:position', 'features/educational-routes/route-position.page.tsx'),
  route('educational-routes/:id/steps/add', 'features/educational-routes/route-step-add.page.tsx'),
  route('instruments', 'features/diagnostic-instruments/instruments.page.tsx'),
  route('instruments/add', 'features/diagnostic-instruments/instrument-add.page.tsx'),
  route('instruments/:id', 'features/diagnostic-instruments/instrument.page.tsx'),
  route('instruments/:id/end', 'features/diagnostic-instruments/instrument-end.page.tsx'),
  route('diagnosis-imports', 'features/route-diagnosis/diagnosis-import.page.tsx'),
  route('diagnosis-imports/:id', 'features/route-diagnosis/diagnosis-imported.page.tsx'),
  route('educational-routes/:id/diagnosis', 'features/route-diagnosis/diagnosis.page.tsx'),
  route('educational-routes/:id/diagnosis/strengths', 'features/route-diagnosis/strengths.page.tsx'),
  route('educational-routes/:id/diagnosis/difficulties', 'features/route-diagnosis/difficulties.page.tsx'),
  route('educational-routes/:id/diagnosis/measured', 'features/route-diagnosis/measured.page.tsx'),
  route('educational-routes/:id/deficits/add', 'features/route-diagnosis/deficit-add.page.tsx'),
  route('educational-routes/:id/share', 'features/route-diagnosis/share.page.tsx'),
  route('educational-routes/:id/images', 'features/route-book/images.page.tsx'),
  route('educational-routes/:id/looks', 'features/route-book/looks.page.tsx'),
  route('educational-routes/:id/route.pdf', 'features/route-book/route-pdf.download.ts'),
  route('educational-routes/:id/route.json', 'features/route-book/route-json.download.ts'),
  route('route-diagnoses/:id/protocol.pdf', 'features/route-book/protocol-pdf.download.ts'),
  route('route-reflections/:id/sheet.pdf', 'features/route-book/sheet-pdf.download.ts'),
  route('educational-routes/:id/revisions', 'features/route-corrections/revisions.page.tsx'),
  route('route-revisions/:id', 'features/route-corrections/revision.page.tsx'),
  route('educational-routes/:id/shift', 'features/route-corrections/shift-propose.page.tsx'),
  route('route-shifts/:id', 'features/route-corrections/shift-answer.page.tsx'),
  route('educational-routes/:id/reflection', 'features/route-reflections/reflection.page.tsx'),
  route('educational-routes/:id/motivation', 'features/route-reflections/motivation.page.tsx'),
  route('educational-routes/:id/years/:number', 'features/route-reflections/year-reflect.page.tsx'),
  route('educational-routes/:id/final-reflection', 'features/route-reflections/final-reflect.page.tsx'),
  route('route-reflections/:id', 'features/route-reflections/route-reflection.page.tsx'),
  route('route-steps/:id/edit', 'features/educational-routes/route-step-edit.page.tsx'),
  route('route-steps/:id/close', 'features/educational-routes/route-step-close.page.tsx'),
  route('route-steps/:id/files', 'features/educational-routes/step-files.page.tsx'),
  route('route-files/:id', 'features/educational-routes/route-file.download.ts'),
  route('route-files/:id/remove', 'features/educational-routes/route-file-remove.page.tsx'),
  route('route-diagnoses/:id/files', 'features/route-diagnosis/diagnosis-files.page.tsx'),
  route('route-steps/:id/note', 'features/educational-routes/route-step-note.page.tsx'),

  // programmes
  route('mentorships/:id/programme', 'features/programmes/programme.page.tsx'),
  route('mentorships/:id/programme/draft', 'features/programmes/programme-draft.page.tsx'),
  route('mentorships/:id/programme/edit', 'features/programmes/programme-edit.page.tsx'),
  route('mentorships/:id/programme/approve', 'features/programmes/programme-approve.page.tsx'),
  route('mentorships/:id/programme.pdf', 'features/programmes/programme-pdf.download.ts'),
  route('mentorships/:id/programme/goals/add', 'features/programmes/goal-add.page.tsx'),
  route('programme-goals/:id/edit', 'features/programmes/goal-edit.page.tsx'),
  route('programme-goals/:id/remove', 'features/programmes/goal-remove.page.tsx'),
  route('mentorships/:id/programme/items/add', 'features/programmes/plan-item-add.page.tsx'),
  route('plan-items/:id/edit', 'features/programmes/plan-item-edit.page.tsx'),
  route('plan-items/:id/remove', 'features/programmes/plan-item-remove.page.tsx'),
  route('plan-items/:id/done', 'features/programmes/plan-item-done.page.tsx'),

  // mentor-profiles
  route('people/:personId/mentor-profile/edit', 'features/mentor-profiles/mentor-profile-edit.page.tsx'),
  route('people/:personId/mentor-profile/strengths', 'features/mentor-profiles/mentor-strengths.page.tsx'),
  route('people/:personId/mentor-profile/results/add', 'features/mentor-profiles/mentor-result-add.page.tsx'),
  route('mentor-results/:id/confirm', 'features/mentor-profiles/mentor-result-confirm.page.tsx'),
  route('mentor-results/:id/withdraw', 'features/mentor-profiles/mentor-result-withdraw.page.tsx'),
  route('people/:personId/free-slots', 'features/mentor-profiles/free-slots.page.tsx'),
  route('me/readiness/:side', 'features/mentor-profiles/readiness.page.tsx'),

  // mentorships
  route('mentorships', 'features/mentorships/mentorships.page.tsx'),
  route('mentorships.xlsx', 'features/mentorships/mentorships-xlsx.download.ts'),
  route('mentorships/:id', 'features/mentorships/mentorship.page.tsx'),
  route('mentorships/:id/consent', 'features/mentorships/mentorship-consent.page.tsx'),
  route('mentorships/:id/paper-consent/:personId', 'features/mentorships/mentorship-paper-consent.page.tsx'),
  route('mentorships/:id/withdraw', 'features/mentorships/mentorship-withdraw.page.tsx'),
  route('mentorships/:id/closing-word', 'features/mentorships/mentorship-closing-word.page.tsx'),
  route('mentorships/:id/give-up', 'features/mentorships/mentorship-give-up.page.tsx'),
  route('mentorships/:id/early-end', 'features/mentorships/mentorship-early-end.page.tsx'),
  route('mentorships/:id/notice.pdf', 'features/papers/notice-pdf.download.ts'),
  route('mentorships/:id/notice.docx', 'features/papers/notice-docx.download.ts'),
  route('mentorships/:id/keep', 'features/mentorships/mentorship-keep.page.tsx'),
  route('mentorships/:id/close', 'features/mentorships/mentorship-close.page.tsx'),

  // mentorship-terms, contract-supplements, papers
  route('mentorships/:id/terms', 'features/mentorship-terms/terms.page.tsx'),
  route('mentorships/:id/terms/:personId/content', 'features/mentorship-terms/terms-content.page.tsx'),
  route('mentorships/:id/terms/:personId/work', 'features/mentorship-terms/terms-work.page.tsx'),
  route('mentorships/:id/terms/:personId/pay', 'features/mentorship-terms/terms-pay.page.tsx'),
  route('mentorships/:id/terms/:personId/job', 'features/mentorship-terms/terms-job.page.tsx'),
  route('mentorships/:id/terms/:personId/zero-pay', 'features/mentorship-terms/terms-zero-pay.page.tsx'),
  route('mentorships/:id/terms/:personId/programme', 'features/papers/terms-programme.page.tsx'),
  route('mentorships/:id/terms/:personId/check', 'features/papers/terms-check.page.tsx'),
  route('contract-supplements/:id', 'features/contract-supplements/supplement.page.tsx'),
  route('contract-supplements/:id/supplement.pdf', 'features/contract-supplements/supplement-pdf.download.ts'),
  route('contract-supplements/:id/supplement.docx', 'features/contract-supplements/supplement-docx.download.ts'),
  route('contract-supplements/:id/signed', 'features/contract-supplements/supplement-signed.page.tsx'),
  route('contract-supplements/:id/annul', 'features/contract-supplements/supplement-annul.page.tsx'),
  route('papers', 'features/papers/missing-papers.page.tsx'),
  route('papers.xlsx', 'features/papers/missing-papers-xlsx.download.ts'),
  route('papers/regulation', 'features/papers/regulation.page.tsx'),
  // mentors
  route('mentors', 'features/mentors/mentors.page.tsx'),
  route('mentors.xlsx', 'features/mentors/mentors-xlsx.download.ts'),
  route('people/:personId/mentor-profile', 'features/mentors/mentor.page.tsx'),
  route('people/:personId/load-override', 'features/mentors/load-override.page.tsx'),
  route('units/:id/mentoring-limits', 'features/mentors/mentoring-limits.page.tsx'),

  route('mentorships/:id/pause', 'features/mentorship-pauses/mentorship-pause.page.tsx'),
  route('mentorship-pauses/:id/resume', 'features/mentorship-pauses/mentorship-resume.page.tsx'),
  route('mentorships/:id/topics', 'features/reverse-topics/topics.page.tsx'),
  route('mentorships/:id/topics/:teacherId', 'features/reverse-topics/topic-edit.page.tsx'),
  route('mentorships/:id/topics/:teacherId/result', 'features/reverse-topics/topic-result.page.tsx'),
  route('mentorships/:id/members', 'features/memberships/members.page.tsx'),
  route('mentorships/:id/members/add/:side', 'features/memberships/member-add.page.tsx'),
  route('mentorships/:id/members/replace', 'features/memberships/mentor-replace.page.tsx'),
  route('mentorship-members/:id/leave', 'features/memberships/member-leave.page.tsx'),
  route('membership-changes/:id', 'features/memberships/change.page.tsx'),
  route('membership-changes/:id/paper', 'features/memberships/change-paper.page.tsx'),
  route('membership-changes/:id/done', 'features/memberships/change-done.page.tsx'),
  route('membership-changes/:id/withdraw', 'features/memberships/change-withdraw.page.tsx'),
  // matching
  route('matching', 'features/matching/waiting.page.tsx'),
  route('matching/weights', 'features/scenarios/weights.page.tsx'),
  route('matching/:personId', 'features/matching/match.page.tsx'),
  route('matching/:menteeId/propose/:mentorId', 'features/matching/propose.page.tsx'),
  // scenarios
  route('matching/scenarios', 'features/scenarios/scenarios.page.tsx'),
  route('matching/scenarios/new', 'features/scenarios/scenario-new.page.tsx'),
  route('matching/scenarios/:id', 'features/scenarios/scenario.page.tsx'),
  route('matching/scenarios/:id/mentees/:personId', 'features/scenarios/scenario-mentee.page.tsx'),
  route('matching/scenarios/:id/mentees/:personId/pin', 'features/scenarios/scenario-pin.page.tsx'),
  route('scenario-pins/:id/take-back', 'features/scenarios/scenario-pin-take-back.page.tsx'),
  route('matching/scenarios/:id/compare', 'features/scenarios/scenario-compare.page.tsx'),
  route('matching/scenarios/:id/publish', 'features/scenarios/scenario-publish.page.tsx'),
  route('matching/scenarios/:id/discard', 'features/scenarios/scenario-discard.page.tsx'),

  // mentoring-requests
  route('requests', 'features/mentoring-requests/requests.page.tsx'),
  route('requests/new', 'features/mentoring-requests/request-new.page.tsx'),
  route('requests/:id', 'features/mentoring-requests/request.page.tsx'),
  route('requests/:id/edit', 'features/mentoring-requests/request-edit.page.tsx'),
  route('requests/:id/areas', 'features/mentoring-requests/request-areas.page.tsx'),
  route('requests/:id/wishes', 'features/mentoring-requests/request-wishes.page.tsx'),
  route('requests/:id/withdraw', 'features/mentoring-requests/request-withdraw.page.tsx'),

  // mentor-choice
  route('requests/:id/choose', 'features/mentor-choice/choose.page.tsx'),
  route('requests/:id/ask/:mentorId', 'features/mentor-choice/ask.page.tsx'),
  route('asks/:id', 'features/mentor-choice/ask-answer.page.tsx'),
  route('open-requests', 'features/mentor-choice/open-requests.page.tsx'),
  route('open-requests/:id', 'features/mentor-choice/open-request.page.tsx'),

  // outward-offers
  route('requests/:id/outward', 'features/outward-offers/outward-go.page.tsx'),
  route('requests/:id/outward/withdraw', 'features/outward-offers/outward-stay.page.tsx'),
  route('requests/:id/mentors', 'features/outward-offers/outward-mentors.page.tsx'),
  route('requests/:id/offer/:mentorId', 'features/outward-offers/outward-offer.page.tsx'),
  route('outward-offers/:id/answer', 'features/outward-offers/outward-answer.page.tsx'),
  route('outward-offers/:id/home', 'features/outward-offers/outward-home.page.tsx'),
  ...consentRoutes,
  // needs-surveys
  route('needs-surveys', 'features/needs-surveys/needs-surveys.page.tsx'),
  route('needs-surveys/open', 'features/needs-surveys/needs-survey-open.page.tsx'),
  route('needs-surveys/:id', 'features/needs-surveys/needs-survey.page.tsx'),
  route('needs-surveys/:id/answer', 'features/needs-surveys/needs-answer.page.tsx'),

  // stimuli
  route('stimuli', 'features/stimuli/stimuli.page.tsx'),
  route('stimuli/money', 'features/stimuli/stimulus-money.page.tsx'),
  route('stimuli/award', 'features/stimuli/stimulus-award.page.tsx'),
  route('stimuli/:id', 'features/stimuli/stimulus.page.tsx'),
  route('stimuli/:id/approve', 'features/stimuli/stimulus-approve.page.tsx'),
  route('stimuli/:id/pay', 'features/stimuli/stimulus-pay.page.tsx'),

  // monitoring
  route('monitoring', 'features/monitoring/monitoring.page.tsx'),
  route('monitoring/:unitId', 'features/monitoring/monitoring-unit.page.tsx'),
  route('monitoring/:unitId/records/:counter', 'features/monitoring/monitoring-records.page.tsx'),
  route('monitoring/:unitId/report.pdf', 'features/monitoring/monitoring-pdf.download.ts'),
  route('monitoring/:unitId/report.xlsx', 'features/monitoring/monitoring-xlsx.download.ts'),
  // journal
  route('journal', 'features/journal/journal.page.tsx'),
  // Last: whatever no line above names is answered like a missing object.
  route('*', 'features/home/nowhere.page.tsx'),
];

export default routes;
