import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import type { Context } from '#app/core/context.server.ts';
import { daysBetween, schoolYearOf } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Columns, Page } from '#app/ui/Page.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countNotices } from '../notifications/notice.queries.server.ts';
import { findHomeUnitName, findOptionalOwnRoute, listFigures, listTasks } from './home.queries.server.ts';
import { figureWords, homeText, taskWords } from './home.text.ts';
import { shortList, type Task } from './home.ts';

/** The work list of whoever is signed in. */
export const loader = pageLoader({ need: 'signedIn' }, async ({ ctx }) => {
  const [unitName, tasks, figures, notices, ownRoute] = await Promise.all([
    findHomeUnitName(ctx),
    listTasks(ctx),
    listFigures(ctx),
    countNotices(ctx),
    findOptionalOwnRoute(ctx),
  ]);
  return {
    today: ctx.today,
    unitName,
    tasks: shortList(tasks),
    figures,
    unread: notices.unread,
    ownRoute,
    hasRequests: !holdsByRole(ctx.actor, 'request.read'),
    hasRoles: ctx.actor.kind === 'person' && ctx.actor.grants.length > 0,
    links: ownLinks(ctx),
    readsMonitoring: holdsByRole(ctx.actor, 'monitoring.read'),
    keepsPapers: holdsByRole(ctx.actor, 'mentorship.papers'),
    keepsActs: holdsByRole(ctx.actor, 'act.edit'),
  };
});

/** What each side of a mentorship says of itself, and whom one may learn from. */
function ownLinks(ctx: Context): { href: string; text: string }[] {
  if (ctx.actor.kind !== 'person') return [];
  const { grants, personId } = ctx.actor;
  const holds = (wanted: string) => grants.some(({ role }) => role === wanted);
  return [
    ...(holds('mentor') ? [{ href: paths.mentorProfile(personId), text: homeText.ownProfile }] : []),
    ...(holds('mentee') ? [{ href: paths.readiness('mentee'), text: homeText.readiness }] : []),
    ...(holds('mentee') ? [{ href: paths.freeSlots(personId), text: homeText.freeTime }] : []),
    ...(holdsByRole(ctx.actor, 'calendar.manage') ? [{ href: paths.workingDays(), text: homeText.calendar }] : []),
    ...(holdsByRole(ctx.actor, 'mentorProfile.read') ? [{ href: paths.mentors(), text: homeText.mentors }] : []),
  ];
}

export const meta: MetaFunction = () => [{ title: `${homeText.tabTitle} — ${uiText.brand}` }];

export default function HomePage() {
  const {
    today,
    unitName,
    tasks,
    figures,
    unread,
    ownRoute,
    hasRequests,
    hasRoles,
    links,
    readsMonitoring,
    keepsPapers,
    keepsActs,
  } = useLoaderData<typeof loader>();
  const work = (
    <Card title={homeText.waits}>
      <TaskList
        empty={hasRoles || ownRoute ? homeText.nothing : homeText.noRoles}
        items={tasks.shown.map((task, position) => ({
          key: `${task.kind}-${task.key}`,
          href: task.href,
          title: taskWords[task.kind].title(task.about),
          why: [task.since ? homeText.since(task.since) : null, taskWords[task.kind].why].filter(Boolean).join(' · '),
          tag: <Until task={task} today={today} />,
          action: { href: task.href, text: taskWords[task.kind].act, primary: position === 0 },
        }))}
      />
      {tasks.hasMore ? <p className="mute">{homeText.more}</p> : null}
    </Card>
  );
  const beside = (
    <>
      {figures.length > 0 ? (
        <Card title={homeText.numbers}>
          <Figures plain items={figures.map(({ kind, ...figure }) => ({ ...figure, label: figureWords[kind] }))} />
        </Card>
      ) : null}
      <Card title={homeText.quick}>
        {ownRoute ? (
          <p>
            <a href={paths.route(ownRoute)}>{homeText.ownRoute}</a>
          </p>
        ) : null}
        {ownRoute ? (
          <p>
            <a href={paths.offers(ownRoute)}>{homeText.offers}</a>
          </p>
        ) : null}
        {links.map(({ href, text }) => (
          <p key={href}>
            <a href={href}>{text}</a>
          </p>
        ))}
        {hasRequests ? (
          <p>
            <a href={paths.requests()}>{homeText.requests}</a>
          </p>
        ) : null}
        <p>
          <a href={paths.myDocuments()}>{homeText.documents}</a>
        </p>
        <p>
          <a href={paths.myMove()}>{homeText.move}</a>
        </p>
        <p>
          <a href={paths.myNotices()}>{homeText.notices(unread)}</a>
        </p>
        {keepsPapers ? (
          <p>
            <a href={paths.missingPapers()}>{homeText.papers}</a>
          </p>
        ) : null}
        {keepsActs ? (
          <p>
            <a href={paths.actSet()}>{homeText.actSet}</a>
          </p>
        ) : null}
        {readsMonitoring ? <ButtonLink href={paths.monitoring()} text={homeText.monitoring} /> : null}
      </Card>
    </>
  );
  return (
    <Page title={homeText.title(today)} lede={homeText.lede(unitName, schoolYearOf(today), tasks)}>
      <Columns main={work} aside={beside} />
    </Page>
  );
}

function Until({ task, today }: { task: Task; today: string }) {
  if (task.until === null) return null;
  const late = daysBetween(task.until, today);
  if (late > 0) return <Tag tone="bad">{homeText.late(late)}</Tag>;
  return <Tag tone={late > -4 ? 'warn' : 'grey'}>{homeText.until(task.until)}</Tag>;
}
