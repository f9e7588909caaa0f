import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findPerson, listEmployments } from './person.queries.server.ts';
import { idParams } from './person.schema.ts';
import { categoryNames, personText, youngTeacherRuleNames } from './person.text.ts';
import type { Category } from './person.ts';
import { fullName } from './person-name.ts';
import { formatPhone } from './phone.ts';
import { isYoungTeacher, YOUNG_TEACHER_RULES } from './young-teacher.ts';

/** One person: facts, class of experience by both rules, work as periods. Private facts only to those who may know them. */
export const loader = pageLoader({ need: 'person.read', params: idParams }, async ({ ctx, params }) => {
  const [found, employments] = await Promise.all([findPerson(ctx, params.id), listEmployments(ctx, params.id)]);
  const { experience, personal, version: _, ...card } = found;
  const isOwn = card.id === personOf(ctx);
  return {
    person: { id: card.id, name: fullName(card), unitName: card.unitName, category: categoryWords(card, ctx.today) },
    teachingSince: card.teachingSince && formatDay(card.teachingSince),
    personal: personal && { ...personal, birthOn: personal.birthOn && formatDay(personal.birthOn) },
    classes: YOUNG_TEACHER_RULES.map((rule) => ({ rule, isYoung: isYoungTeacher(rule, experience, ctx.today) })),
    employments: employments.map((work) => ({
      id: work.id,
      post: work.post,
      subject: work.subject,
      unitName: work.unitName,
      from: formatDay(work.startedOn),
      to: work.endedOn && formatDay(work.endedOn),
      state: stateOf(work, ctx.today),
      canEnd: Boolean(work.canEnd),
    })),
    may: {
      list: holdsByRole(ctx.actor, 'person.private'),
      manage: Boolean(card.canManage),
      grant: Boolean(card.canGrant),
      consents: Boolean(card.canKeepConsents),
      match: Boolean(card.canMatch) && card.works,
      profile: Boolean(card.canMatch) || (isOwn && card.works),
    },
  };
});

function categoryWords(
  {
    category,
    categoryFrom,
    categoryUntil,
  }: { category: Category; categoryFrom: string | null; categoryUntil: string | null },
  today: string,
): string {
  const name = categoryNames[category];
  const [from, until] = [categoryFrom && formatDay(categoryFrom), categoryUntil && formatDay(categoryUntil)];
  if (categoryUntil !== null && categoryUntil < today && until) return personText.categoryOver(name, until);
  return personText.categoryHeld(name, from, until);
}

function stateOf(work: { startedOn: string; endedOn: string | null }, today: string): 'openEnded' | 'over' | 'later' {
  if (work.startedOn > today) return 'later';
  return work.endedOn !== null && work.endedOn < today ? 'over' : 'openEnded';
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? personText.card} — ${uiText.brand}` },
];

export default function PersonPage() {
  const { person, employments, may } = useLoaderData<typeof loader>();
  const posts = employments.filter((work) => work.state === 'openEnded').map((work) => work.post);
  return (
    <Page
      title={person.name}
      lede={`${posts.length > 0 ? posts.join(', ') : personText.noPost}. ${person.unitName}`}
      back={
        may.list ? { href: paths.people(), text: personText.backToPeople } : { href: paths.home(), text: uiText.back }
      }
      actions={<Acts />}
    >
      <Card title={personText.card}>
        <Facts />
      </Card>
      <Card
        title={personText.employments}
        aside={
          may.manage ? <ButtonLink href={paths.employmentAdd(person.id)} text={personText.addEmployment} /> : undefined
        }
      >
        <Employments />
      </Card>
    </Page>
  );
}

function Acts() {
  const { person, may } = useLoaderData<typeof loader>();
  if (!may.match && !may.manage && !may.profile && !may.grant && !may.consents) return null;
  return (
    <>
      {may.match ? <ButtonLink href={paths.match(person.id)} text={personText.mentor} primary /> : null}
      {may.manage ? <ButtonLink href={paths.personEdit(person.id)} text={personText.edit} /> : null}
      {may.profile ? <ButtonLink href={paths.mentorProfile(person.id)} text={personText.profile} /> : null}
      {may.consents ? <ButtonLink href={paths.personConsents(person.id)} text={personText.consents} /> : null}
      {may.grant ? <ButtonLink href={paths.grants(person.id)} text={personText.grants} /> : null}
    </>
  );
}

function Facts() {
  const { person, personal, teachingSince, classes } = useLoaderData<typeof loader>();
  return (
    <SummaryList
      rows={[
        ...(personal ? [{ key: personText.born, value: personal.birthOn }] : []),
        { key: personText.labels.category, value: person.category },
        { key: personText.labels.teachingSince, value: teachingSince },
        {
          key: personText.youngClass,
          value: classes.map(({ rule, isYoung }) => (
            <div key={rule}>
              {isYoung === null ? personText.classUnknown : isYoung ? personText.classYes : personText.classNo}
              <span className="mute"> {personText.classRule(youngTeacherRuleNames[rule])}</span>
            </div>
          )),
        },
        ...(personal
          ? [
              {
                key: personText.email,
                value: personal.email ? <a href={`mailto:${personal.email}`}>{personal.email}</a> : null,
              },
              {
                key: personText.phone,
                value: personal.phone ? <a href={`tel:${personal.phone}`}>{formatPhone(personal.phone)}</a> : null,
              },
            ]
          : []),
      ]}
    />
  );
}

const tones = { openEnded: 'ok', over: 'grey', later: 'info' } as const;

function Employments() {
  const { employments } = useLoaderData<typeof loader>();
  return (
    <Table
      caption={personText.employments}
      rows={employments}
      rowKey={(work) => work.id}
      empty={personText.employmentsEmpty}
      columns={[
        { title: personText.post, heading: true, cell: (work) => work.post },
        { title: personText.subject, cell: (work) => work.subject ?? uiText.notCounted },
        { title: personText.place, cell: (work) => work.unitName },
        {
          title: personText.period,
          cell: (work) => (
            <>
              {personText.from(work.from, work.to ? personText.to(work.to) : personText.present)}{' '}
              <Tag tone={tones[work.state]}>{personText[work.state]}</Tag>
            </>
          ),
        },
        {
          title: <span className="govuk-visually-hidden">{personText.endEmployment}</span>,
          cell: (work) =>
            work.canEnd ? (
              <a href={paths.employmentEnd(work.id)} aria-label={`${personText.endEmployment}: ${work.post}`}>
                {personText.endEmployment}
              </a>
            ) : null,
        },
      ]}
    />
  );
}
