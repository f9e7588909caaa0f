import { mayHold } from '#app/access/actor.ts';
import type { Context } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import { countDue } from '../erasures/erasure.queries.server.ts';
import { listWithoutGuardian } from '../guardians/guardian.queries.server.ts';
import { listAskedHomes } from '../home-agreements/home-agreement.queries.server.ts';
import { shortName } from '../people/person-name.ts';
import { READ_OF_A_KIND, type Task } from './home.ts';

/** Agreements the actor's organisation is asked for, and mentorships that lost the guardian's consent. */
export async function tasksOfConsents(ctx: Context): Promise<Task[]> {
  const [asked, lost, due] = await Promise.all([
    mayHold(ctx.actor, 'homeAgreement.answer') ? listAskedHomes(ctx, READ_OF_A_KIND) : [],
    mayHold(ctx.actor, 'guardianConsent.withdraw') ? listWithoutGuardian(ctx, READ_OF_A_KIND) : [],
    mayHold(ctx.actor, 'erasure.manage') ? countDue(ctx) : null,
  ]);
  return [
    ...erasureTask(due),
    ...asked.map(
      (one): Task => ({
        ...{ kind: 'home-agreement', key: one.id, href: paths.homeAgreement(one.id), about: one.mentor },
        ...{ since: one.since, until: one.startedOn },
      }),
    ),
    ...lost.map(
      (one): Task => ({
        ...{ kind: 'guardian-withdrew', key: one.id, href: paths.mentorshipClose(one.mentorshipId) },
        ...{ about: shortName(one), since: one.withdrawnOn, until: one.withdrawnOn },
      }),
    ),
  ];
}

function erasureTask(due: { count: number; first: string | null } | null): Task[] {
  if (!due || due.count === 0) return [];
  const about = String(due.count);
  return [{ kind: 'erasure-due', key: 'due', href: paths.erasures(), about, since: null, until: due.first }];
}
