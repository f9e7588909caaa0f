import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { sideNames } from '../mentorships/mentorship.text.ts';
import { type MentorshipState, REVERSE_KIND } from '../mentorships/mentorship.ts';
import { findMembership, listChanges, listMembers } from './membership.queries.server.ts';
import { changeKindWords, changeStateWords, membershipText as t } from './membership.text.ts';

const params = z.object({ id: id() });

/** Who takes part in a mentorship, who did, and who is invited. */
export const loader = pageLoader({ need: 'mentorship.content', params }, async ({ ctx, params }) => {
  const { canChange, unitId, ...mentorship } = await findMembership(ctx, params.id);
  const members = await listMembers(ctx, params.id);
  const changesMembers =
    canChange && mentorship.kindCode !== REVERSE_KIND && ['proposed', 'active'].includes(mentorship.state);
  return {
    mentorship,
    today: ctx.today,
    members: members.map(({ personId, ...member }) => member),
    changes: await listChanges(ctx, params.id),
    mayAddMentee: changesMembers && mentorship.kindCode === 'group',
    mayAddMentor: changesMembers,
    mayReplace: canChange && mentorship.state === 'active',
    mayChange: canChange,
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MembersPage() {
  const data = useLoaderData<typeof loader>();
  const { mentorship, members, changes, today } = data;
  const leavable = (side: string) =>
    data.mayReplace && members.filter((one) => one.side === side && one.endedOn >= mentorship.endedOn).length > 1;
  return (
    <Page
      title={t.title}
      lede={t.lede(mentorship.kind)}
      back={{ href: paths.mentorship(mentorship.id), text: t.backToPair }}
      actions={
        <>
          {data.mayAddMentee ? (
            <ButtonLink href={paths.memberAdd(mentorship.id, 'mentee')} text={t.addMentee} primary />
          ) : null}
          {data.mayAddMentor ? <ButtonLink href={paths.memberAdd(mentorship.id, 'mentor')} text={t.addMentor} /> : null}
          {data.mayReplace ? <ButtonLink href={paths.mentorReplace(mentorship.id)} text={t.replace} /> : null}
        </>
      }
    >
      <Card title={t.membersNow}>
        <Table
          caption={t.membersNow}
          rows={members}
          rowKey={(member) => member.id}
          empty={t.changesEmpty}
          columns={[
            { title: t.name, heading: true, cell: (member) => member.name },
            { title: t.role, cell: (member) => sideNames[member.side] },
            { title: t.period, cell: (member) => t.periodOf(member.startedOn, member.endedOn) },
            { title: t.state, cell: (member) => <Presence {...member} state={mentorship.state} today={today} /> },
            ...(data.mayReplace
              ? [
                  {
                    title: t.act,
                    cell: (member: (typeof members)[number]) =>
                      leavable(member.side) && member.endedOn >= mentorship.endedOn ? (
                        <a href={paths.memberLeave(member.id)}>{t.leave}</a>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {changes.length > 0 ? (
        <Card title={t.changes}>
          <Table
            caption={t.changes}
            rows={changes}
            rowKey={(change) => change.id}
            empty={t.changesEmpty}
            columns={[
              {
                title: t.name,
                heading: true,
                cell: (change) => <a href={paths.membershipChange(change.id)}>{change.name}</a>,
              },
              { title: t.what, cell: (change) => changeKindWords[change.kind] },
              { title: t.since, cell: (change) => formatDay(change.startedOn) },
              {
                title: t.state,
                cell: (change) => <Tag tone={toneOf(change.state)}>{changeStateWords[change.state]}</Tag>,
              },
              ...(data.mayChange
                ? [{ title: t.act, cell: (change: (typeof changes)[number]) => <ChangeStep {...change} /> }]
                : []),
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}

type Presence = { startedOn: string; endedOn: string; state: MentorshipState; today: string };

function Presence({ startedOn, endedOn, state, today }: Presence) {
  if (state === 'proposed' || state === 'consented') return <Tag tone="warn">{t.proposed}</Tag>;
  if (endedOn < today) return <Tag tone="grey">{t.left}</Tag>;
  return startedOn > today ? <Tag tone="info">{t.coming}</Tag> : <Tag tone="ok">{t.present}</Tag>;
}

function toneOf(state: string) {
  if (state === 'proposed') return 'warn';
  return state === 'consented' ? 'info' : 'grey';
}

function ChangeStep({ id, state }: { id: string; state: string }) {
  if (state === 'proposed') return <a href={paths.membershipChangePaper(id)}>{t.paper}</a>;
  return state === 'consented' ? <a href={paths.membershipChangeDone(id)}>{t.done}</a> : null;
}
