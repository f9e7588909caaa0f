import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay, formatMoment } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { shortName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStaffList, listRows } from './staff-list.queries.server.ts';
import { listParams, rowsFilter } from './staff-list.schema.ts';
import { ROW_OUTCOMES, rowsToApply, ruleAgainstApplying, ruleAgainstDiscarding } from './staff-list.ts';
import { scopeNames, staffListSentences, staffListText } from './staff-list-import.text.ts';
import { ReadingCard } from './staff-list-reading-card.tsx';
import { RowsCard } from './staff-list-rows-card.tsx';
import { StandingOfList } from './staff-list-standing.tsx';
import { changeLines, postName, refusalSentence } from './staff-list-words.ts';

/** One staff list: how it is getting on, how the file was read, what each row would do or did. */
export const loader = pageLoader(
  { need: 'staffList.import', params: listParams, query: rowsFilter },
  async ({ ctx, params, query }) => {
    const list = await findStaffList(ctx, params.id);
    const { counts, state } = list;
    const hasRows = (state === 'checked' || state === 'applied') && list.reading?.missing.length === 0;
    const show = query.show ?? ROW_OUTCOMES.find((outcome) => counts[outcome] > 0) ?? 'new';
    const offset = (query.page - 1) * PAGE_SIZE;
    const rows = hasRows ? await listRows(ctx, list.id, show, { limit: PAGE_SIZE, offset }) : [];
    return {
      list: {
        id: list.id,
        fileName: list.fileName,
        unitName: list.unitName,
        scope: list.scope,
        state,
        counts,
        undecided: list.undecided,
        organisations: list.organisations,
        progress: list.progressPercent,
        refusalCode: list.refusalCode,
        missing: list.reading?.missing ?? [],
        when: formatMoment(list.createdAt, list.timeZone),
        who: shortName(list),
        appliedWhen: list.appliedAt && formatMoment(list.appliedAt, list.timeZone),
        appliedWho: list.applier && shortName(list.applier),
      },
      reading: hasRows && list.mapping && list.reading ? readingShown(list.mapping, list.reading) : null,
      rows: rows.map((row) => ({
        row: row.row,
        name: row.person
          ? [row.person.lastName, row.person.firstName, row.person.middleName].filter(Boolean).join(' ')
          : null,
        post: row.person?.postCode ? postName(row.person.postCode) : null,
        subject: row.person?.subject ?? null,
        born: row.person?.birthOn ? formatDay(row.person.birthOn) : null,
        personId: list.scope === 'organisation' || state === 'applied' ? row.personId : null,
        unitName: row.unitName,
        organisation: row.person?.organisation ?? null,
        changes: changeLines(row.changes),
        refusals: row.refusals.map((refusal) => ({
          cell: refusal.cell ?? null,
          value: refusal.value ?? null,
          reason: refusalSentence(refusal),
        })),
      })),
      show,
      page: query.page,
      hasRows,
      applyRefusal: state === 'checked' ? ruleAgainstApplying(list) : null,
      mayDiscard: ruleAgainstDiscarding(list) === null,
    };
  },
);

type Found = Awaited<ReturnType<typeof findStaffList>>;

function readingShown(mapping: NonNullable<Found['mapping']>, reading: NonNullable<Found['reading']>) {
  return {
    sheetName: mapping.sheetName,
    headerRow: mapping.headerRow,
    dataStartRow: mapping.dataStartRow,
    asOf: formatDay(reading.asOf),
    columns: mapping.columns.map(({ index, heading, field }) => ({
      index,
      heading,
      field,
      examples: reading.preview.slice(0, 2).map((row) => row[index] ?? ''),
    })),
    skipped: reading.skipped,
    skippedTotal: reading.skippedTotal,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.list.fileName ?? staffListText.title} — ${uiText.brand}` },
];

export default function StaffListPage() {
  const { list, reading, rows, show, page, hasRows } = useLoaderData<typeof loader>();
  return (
    <Page
      title={list.fileName}
      lede={staffListText.about(list.unitName, scopeNames[list.scope], list.when, list.who)}
      back={{ href: paths.staffLists(), text: staffListText.back }}
      actions={<Acts />}
    >
      <StandingOfList list={list} />
      {hasRows ? <RowsCard list={list} rows={rows} show={show} page={page} /> : null}
      {reading ? <ReadingCard listId={list.id} isOpen={list.state === 'checked'} reading={reading} /> : null}
    </Page>
  );
}

function Acts() {
  const { list, applyRefusal, mayDiscard } = useLoaderData<typeof loader>();
  if (list.state === 'refused') {
    return <ButtonLink href={paths.staffListUpload()} text={staffListText.tryAgain} primary />;
  }
  const isChecked = list.state === 'checked';
  const apply = rowsToApply(list.counts) > 0 ? staffListText.apply : staffListText.applyClose;
  if (!isChecked && !mayDiscard) return null;
  return (
    <>
      {isChecked && applyRefusal ? <DisabledAct text={apply} reason={staffListSentences[applyRefusal]} /> : null}
      {isChecked && !applyRefusal ? <ButtonLink href={paths.staffListApply(list.id)} text={apply} primary /> : null}
      {isChecked ? <ButtonLink href={paths.staffListRecheck(list.id)} text={staffListText.recheck} /> : null}
      {mayDiscard ? <ButtonLink href={paths.staffListDiscard(list.id)} text={staffListText.discard} /> : null}
    </>
  );
}
