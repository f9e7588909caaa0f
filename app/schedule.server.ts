import { systemContext } from '#app/core/context.server.ts';
import { type Job, type Jobs, startJobs } from '#app/core/jobs.server.ts';
import { openMail } from '#app/core/mail.server.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { makeBundles } from '#app/features/bundles/bundles.jobs.server.ts';
import { issueApproved } from '#app/features/local-acts/act-issue.jobs.server.ts';
import { careForRequests } from '#app/features/mentor-choice/mentor-ask.jobs.server.ts';
import { closeRunOut } from '#app/features/mentorships/mentorship-ending.jobs.server.ts';
import { expireProposals } from '#app/features/mentorships/mentorship-expiry.jobs.server.ts';
import { recount } from '#app/features/monitoring/monitoring.jobs.server.ts';
import { sendWaitingMail } from '#app/features/notifications/mail.jobs.server.ts';
import { forgetReadNotices } from '#app/features/notifications/notice.operations.server.ts';
import { askAboutMovedRoutes } from '#app/features/route-transfers/transfer.jobs.server.ts';
import { solveScenarios } from '#app/features/scenarios/scenarios.jobs.server.ts';
import { forgetOldContacts } from '#app/features/staff-lists/staff-list-contacts.server.ts';
import { checkStaffLists } from '#app/features/staff-lists/staff-lists.jobs.server.ts';

/** Everything that happens by itself: name, when (UTC), what. */
function schedule(services: AppServices): Job[] {
  const send = openMail(services.config.smtpUrl, `ryadom@${new URL(services.config.origin).hostname}`);
  const as = (name: string) => systemContext(name, services);
  return [
    { name: 'staff-list', schedule: '* * * * *', run: () => checkStaffLists(as('staff-list'), services) },
    { name: 'staff-list-contacts', schedule: '35 1 * * *', run: () => forgetOldContacts(as('staff-list-contacts')) },
    { name: 'scenario', schedule: '* * * * *', run: () => solveScenarios(as('scenario'), services) },
    { name: 'bundle', schedule: '* * * * *', run: () => makeBundles(as('bundle'), services) },
    { name: 'act-issue', schedule: '* * * * *', run: () => issueApproved(as('act-issue'), services) },
    { name: 'monitoring', schedule: '* * * * *', run: () => recount(as('monitoring')) },
    { name: 'mentorship-ending', schedule: '5 * * * *', run: () => closeRunOut(as('mentorship-ending')) },
    { name: 'mentorship-expiry', schedule: '15 * * * *', run: () => expireProposals(as('mentorship-expiry')) },
    { name: 'requests', schedule: '*/10 * * * *', run: () => careForRequests(as('requests')) },
    { name: 'notices', schedule: '40 0 * * *', run: async () => void (await forgetReadNotices(as('notices'))) },
    {
      name: 'route-transfers',
      schedule: '25 * * * *',
      run: async () => void (await askAboutMovedRoutes(as('route-transfers'))),
    },
    ...(send
      ? [
          {
            name: 'mail' as const,
            schedule: '* * * * *',
            run: async () => void (await sendWaitingMail(as('mail'), send)),
          },
        ]
      : []),
  ];
}

/** Starts the background jobs on the program's own database. */
export function startSchedule(services: AppServices, url: string): Promise<Jobs> {
  return startJobs(url, schedule(services), services.log);
}
