import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addressOfPeople } from './people-address.ts';
import { countPeople, listPeople, listUnitsFor } from './person.queries.server.ts';
import { peopleFilterSchema } from './person.schema.ts';
import { categoryNames, personText } from './person.text.ts';
import { fullName } from './person-name.ts';
import { isYoungTeacher } from './young-teacher.ts';

/** People of the actor's organisations. Throws NotFound for those who know no one's card by role. */
export const loader = pageLoader({ need: 'person.private', query: peopleFilterSchema }, async ({ ctx, query }) => {
  if (!holdsByRole(ctx.actor, 'person.private')) throw new NotFound('people');
  const [people, total, units, unitsToAddTo] = await Promise.all([
    listPeople(ctx, query),
    countPeople(ctx, query),
    listUnitsFor(ctx, 'person.private'),
    listUnitsFor(ctx, 'person.manage'),
  ]);
  return {
    filter: query,
    unitName: units.length === 1 ? (units[0]?.shortName ?? null) : null,
    mayAdd: unitsToAddTo.length > 0,
    mayGrant: holdsByRole(ctx.actor, 'grant.manage'),
    total,
    people: people.map((person) => ({
      id: person.id,
      name: fullName(person),
      post: person.post,
      subject: person.subject,
      category: person.category,
      teachingSince: person.teachingSince && formatDay(person.teachingSince),
      isYoung: person.isTeaching && isYoungTeacher('three-years', person, ctx.today) === true,
    })),
  };
});

export const meta: MetaFunction = () => [{ title: `${personText.title} — ${uiText.brand}` }];

export default function PeoplePage() {
  const { filter, people, total, unitName, mayAdd, mayGrant } = useLoaderData<typeof loader>();
  const isWhole = filter.search === '' && filter.who === 'all';
  return (
    <Page
      title={personText.title}
      lede={personText.lede(total, unitName)}
      actions={
        <>
          {mayAdd ? <ButtonLink href={paths.staffListUpload()} text={personText.upload} primary /> : null}
          {mayAdd ? <ButtonLink href={paths.personAdd()} text={personText.add} /> : null}
          {mayAdd ? <ButtonLink href={paths.staffLists()} text={personText.lists} /> : null}
          {mayGrant ? <ButtonLink href={paths.accounts()} text={personText.accounts} /> : null}
          {total > 0 ? (
            <ButtonLink href={addressOfPeople(paths.peopleXlsx(), filter)} text={personText.export} download />
          ) : null}
        </>
      }
    >
      <Filter reset={isWhole ? undefined : paths.people()}>
        <TextField name="search" label={personText.search} type="search" width="20" defaultValue={filter.search} />
        <SelectField
          name="who"
          label={personText.who}
          empty={null}
          defaultValue={filter.who}
          options={Object.entries(personText.whoOptions).map(([value, text]) => ({ value, text }))}
        />
      </Filter>
      <Card>
        <Table
          caption={personText.title}
          rows={people}
          rowKey={(person) => person.id}
          empty={isWhole ? personText.empty : personText.emptyFound}
          columns={[
            {
              title: personText.name,
              heading: true,
              cell: (person) => (
                <>
                  <a href={paths.person(person.id)}>{person.name}</a>{' '}
                  {person.isYoung ? <Tag tone="info">{personText.young}</Tag> : null}
                </>
              ),
            },
            { title: personText.post, cell: (person) => person.post },
            { title: personText.subject, cell: (person) => person.subject ?? uiText.notCounted },
            { title: personText.category, cell: (person) => categoryNames[person.category] },
            {
              title: personText.teachingSince,
              align: 'num',
              cell: (person) => person.teachingSince ?? uiText.notCounted,
            },
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => addressOfPeople(paths.people(), filter, page)}
        />
      </Card>
    </Page>
  );
}
