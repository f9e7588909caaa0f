import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { productFileText } from '../product-files/product-file.text.ts';
import { AreaTable } from './area-table.tsx';
import { mayDiagnose } from './measured.queries.server.ts';
import { listAreaDiagnoses, listSheets } from './route-diagnosis.queries.server.ts';
import { diagnosisText } from './route-diagnosis.text.ts';

/** The nine areas of a route: whole for owner, tutor and centre, as shared for curator and mentor. */
export const loader = pageLoader(
  { need: ['route.read', 'route.shared'], params: z.object({ id: id() }) },
  async ({ ctx, params }) => {
    const route = await findRoute(ctx, params.id);
    if (route.view === 'state') throw new NotFound('diagnosis');
    const [areas, sheets, canDiagnose] = await Promise.all([
      listAreaDiagnoses(ctx, params.id),
      listSheets(ctx, params.id),
      mayDiagnose(ctx, params.id),
      recordLook(ctx, route, 'diagnosis'),
    ]);
    const { id, owner, isOwner, isTutor, view, mayEdit, mayPlan, state } = route;
    return {
      route: { id, owner, isOwner, isTutor, isWhole: view === 'whole', mayEdit, mayPlan },
      mayMeasure: canDiagnose && state === 'active',
      areas,
      sheets,
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${diagnosisText.title} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DiagnosisPage() {
  const data = useLoaderData<typeof loader>();
  const { route, areas, sheets } = data;
  const words = diagnosisText.sheetColumns;
  return (
    <Page
      title={route.isOwner ? diagnosisText.ownHeading : diagnosisText.heading(route.owner)}
      lede={route.isWhole ? diagnosisText.lede : diagnosisText.ledeShared}
      back={{ href: paths.route(route.id), text: diagnosisText.backToRoute }}
      actions={<Acts data={data} />}
    >
      <Card title={diagnosisText.areas}>
        <AreaTable areas={areas} empty={diagnosisText.nothingShared} />
      </Card>
      {route.isWhole ? (
        <Card title={diagnosisText.sheets}>
          <Table
            caption={diagnosisText.sheets}
            rows={sheets}
            rowKey={(sheet) => sheet.id}
            empty={diagnosisText.sheetsEmpty}
            columns={[
              {
                title: words.day,
                heading: true,
                cell: (sheet) => (
                  <a href={paths.diagnosisProtocol(sheet.id)}>{diagnosisText.protocol(formatDay(sheet.madeOn))}</a>
                ),
              },
              { title: words.kind, cell: (sheet) => diagnosisText.sheetKinds[sheet.side] },
              {
                title: words.instrument,
                cell: ({ instrument, edition }) =>
                  instrument && edition ? diagnosisText.instrument(instrument, edition) : uiText.notCounted,
              },
              {
                title: productFileText.evidence,
                cell: (sheet) => (
                  <a href={paths.diagnosisFiles(sheet.id)}>
                    {sheet.files > 0
                      ? productFileText.count(sheet.files)
                      : route.isOwner
                        ? productFileText.noneYet
                        : productFileText.noneHere}
                  </a>
                ),
              },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}

function Acts({ data: { route, areas, mayMeasure } }: { data: Data }) {
  const isTold = areas.some((area) => area.self);
  const hasStrengths = areas.some((area) => area.strength);
  return (
    <>
      {route.mayEdit ? (
        <>
          <ButtonLink
            href={paths.routeStrengths(route.id)}
            text={diagnosisText.tellStrengths}
            primary={!hasStrengths}
          />
          <ButtonLink
            href={paths.routeDifficulties(route.id)}
            text={isTold ? diagnosisText.tellAgain : diagnosisText.tellDifficulties}
            primary={hasStrengths && !isTold}
          />
        </>
      ) : null}
      {mayMeasure ? <ButtonLink href={paths.routeMeasured(route.id)} text={diagnosisText.enterMeasured} /> : null}
      {route.mayPlan ? <ButtonLink href={paths.routeDeficitAdd(route.id)} text={diagnosisText.nameDeficit} /> : null}
      {route.isOwner ? <ButtonLink href={paths.routeShare(route.id)} text={diagnosisText.share} /> : null}
    </>
  );
}
