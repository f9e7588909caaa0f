import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { unitsWhere } from '#app/access/can.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { formatNames, profileText } from '../mentor-profiles/mentor-profile.text.ts';
import { FORMATS, missingIn } from '../mentor-profiles/mentor-profile.ts';
import { loadTone } from './load-tone.ts';
import { countMentors, type ListedMentor, listMentors } from './mentor-list.queries.server.ts';
import { strongestAreas } from './mentor-words.ts';
import { mentorFilterSchema } from './mentors.schema.ts';
import { mentorsText as t } from './mentors.text.ts';
import { addressOfMentors } from './mentors-address.ts';

/** Mentors of the organisation, and of neighbours that opened their profiles: what they offer, how loaded, how ready. */
export const loader = pageLoader({ need: 'mentorProfile.read', query: mentorFilterSchema }, async ({ ctx, query }) => {
  const mentors = await listMentors(ctx, query);
  return {
    filter: query,
    total: await countMentors(ctx, query),
    mentors: mentors.map(shown),
    isLoadTold: holdsByRole(ctx.actor, 'mentorProfile.load'),
    showsUnit: new Set(mentors.map(({ unitId }) => unitId)).size > 1,
    limitsOf: (await unitsWhere(ctx, 'mentoringLimits.set')).at(0) ?? null,
  };
});

function shown({ id, name, work, unitName, facts, load }: ListedMentor) {
  return {
    ...{ id, name, work, unitName },
    strengths: strongestAreas(facts.strengths),
    formats: facts.formats.map((format) => formatNames[format]).join(', '),
    isTaking: facts.isTaking,
    pause: facts.isTaking ? null : facts.notTakingUntil,
    load: load && {
      people: t.of(load.people, load.mostPeople),
      hours: t.of(load.hours, load.mostHours),
      tone: loadTone(load.people, load.mostPeople, load.peopleSoft),
      lacks: missingIn(facts).length,
      hasResults: facts.hasResults,
    },
  };
}

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

type Row = ReturnType<typeof useLoaderData<typeof loader>>['mentors'][number];

export default function MentorsPage() {
  const { filter, mentors, total, isLoadTold, showsUnit, limitsOf } = useLoaderData<typeof loader>();
  const isWhole = filter.search === '' && filter.who === 'all' && filter.format === '';
  const loadColumns: Column<Row>[] = [
    { title: t.people, cell: (row) => (row.load ? <Tag tone={row.load.tone}>{row.load.people}</Tag> : null) },
    { title: t.hours, cell: (row) => row.load?.hours },
    { title: t.profile, cell: (row) => (row.load ? <Ready load={row.load} /> : null) },
  ];
  return (
    <Page
      title={t.title}
      lede={total > 0 ? t.lede(total, isWhole) : undefined}
      actions={
        isLoadTold ? (
          <>
            {limitsOf ? <ButtonLink href={paths.mentoringLimits(limitsOf)} text={t.limits} /> : null}
            {total > 0 ? (
              <ButtonLink href={addressOfMentors(paths.mentorsXlsx(), filter)} text={t.export} download />
            ) : null}
          </>
        ) : undefined
      }
    >
      <Filter reset={isWhole ? undefined : paths.mentors()}>
        <TextField name="search" label={t.search} type="search" width="20" defaultValue={filter.search} />
        <SelectField
          name="who"
          label={t.who}
          empty={null}
          defaultValue={filter.who}
          options={Object.entries(t.whoOptions).map(([value, text]) => ({ value, text }))}
        />
        <SelectField
          name="format"
          label={t.format}
          empty={t.anyFormat}
          defaultValue={filter.format}
          options={FORMATS.map((value) => ({ value, text: formatNames[value] }))}
        />
      </Filter>
      <Card>
        <Table
          caption={t.title}
          rows={mentors}
          rowKey={(row) => row.id}
          empty={isWhole ? t.empty : t.emptyFound}
          columns={[
            {
              title: t.name,
              heading: true,
              cell: (row) => (
                <>
                  <a href={paths.mentorProfile(row.id)}>{row.name}</a>
                  <div className="mute">{[row.work, showsUnit ? row.unitName : ''].filter(Boolean).join(' · ')}</div>
                </>
              ),
            },
            { title: t.strengths, cell: (row) => row.strengths || uiText.notCounted },
            { title: t.formats, cell: (row) => row.formats || uiText.notCounted },
            { title: t.taking, cell: (row) => (row.isTaking ? t.takes : profileText.pauseUntil(row.pause)) },
            ...(isLoadTold ? loadColumns : []),
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => addressOfMentors(paths.mentors(), filter, page)}
        />
      </Card>
    </Page>
  );
}

function Ready({ load }: { load: { lacks: number; hasResults: boolean } }) {
  if (load.lacks === 0) return <Tag tone="ok">{t.ready}</Tag>;
  return <Tag tone={load.hasResults ? 'grey' : 'warn'}>{t.lacks(load.lacks)}</Tag>;
}
