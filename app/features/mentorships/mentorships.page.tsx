import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayHold } from '#app/access/actor.ts';
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
import { Table } from '#app/ui/Table.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countMentorships, listMentorships } from './mentorship.queries.server.ts';
import { mentorshipFilterSchema } from './mentorship.schema.ts';
import { periodWords, stageNames } from './mentorship.text.ts';
import { STAGES } from './mentorship.ts';
import { addressOfMentorships } from './mentorship-address.ts';
import { mentorshipText as t } from './mentorship-pages.text.ts';
import { StageTag } from './mentorship-stage-tag.tsx';

/** Mentorships within reach. */
export const loader = pageLoader(
  { need: 'mentorship.read', query: mentorshipFilterSchema },
  async ({ ctx, query }) => ({
    filter: query,
    mentorships: await listMentorships(ctx, query),
    total: await countMentorships(ctx, query),
    keepsPapers: mayHold(ctx.actor, 'mentorship.papers'),
    canMatch: mayHold(ctx.actor, 'mentorship.propose'),
    units: (await unitsWhere(ctx, 'mentorship.read')).length,
    isToldUnheld: mayHold(ctx.actor, 'mentorship.answers'),
  }),
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MentorshipsPage() {
  const { filter, mentorships, total, canMatch, keepsPapers, units, isToldUnheld } = useLoaderData<typeof loader>();
  const isWhole = filter.search === '' && filter.stage === '';
  const isBare = isWhole && total === 0;
  const emptyWhole = canMatch ? t.empty : [t.emptyOwn, t.emptyUnit][units];
  const stages = STAGES.filter((stage) => isToldUnheld || (stage !== 'unheld' && stage !== 'expired'));
  return (
    <Page
      title={t.title}
      lede={isBare ? undefined : t.lede(total, isWhole)}
      actions={
        <>
          {canMatch ? <ButtonLink href={paths.peopleWithoutMentor()} text={t.toMatching} primary /> : null}
          {keepsPapers ? <ButtonLink href={paths.missingPapers()} text={t.toPapers} /> : null}
          {total > 0 ? (
            <ButtonLink href={addressOfMentorships(paths.mentorshipsXlsx(), filter)} text={t.export} download />
          ) : null}
        </>
      }
    >
      {isBare ? null : (
        <Filter reset={isWhole ? undefined : paths.mentorships()}>
          <TextField name="search" label={t.search} type="search" width="20" defaultValue={filter.search} />
          <SelectField
            name="stage"
            label={t.stage}
            empty={t.anyStage}
            defaultValue={filter.stage}
            options={stages.map((stage) => ({ value: stage, text: stageNames[stage] }))}
          />
        </Filter>
      )}
      <Card>
        <Table
          caption={t.title}
          rows={mentorships}
          rowKey={(row) => row.id}
          empty={isWhole ? (emptyWhole ?? t.emptyBetween) : t.emptyFound}
          columns={[
            { title: t.mentee, heading: true, cell: (row) => <a href={paths.mentorship(row.id)}>{row.mentee}</a> },
            { title: t.stage, cell: (row) => <StageTag stage={row.stage} isEnding={row.isEnding} /> },
            { title: t.mentor, cell: (row) => row.mentor },
            { title: t.period, cell: (row) => periodWords(row.startedOn, row.endedOn) },
            { title: t.form, cell: (row) => row.form },
            { title: t.kind, cell: (row) => row.kind },
            ...(units > 1 ? [{ title: t.unit, cell: (row: { unitName: string }) => row.unitName }] : []),
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => addressOfMentorships(paths.mentorships(), filter, page)}
        />
      </Card>
    </Page>
  );
}
