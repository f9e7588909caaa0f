import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Empty } from '#app/ui/Empty.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { openRoute } from './route.operations.server.ts';
import { openRouteSchema, routeOpenQuery } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { RouteCandidates } from './route-candidates.tsx';
import { RouteOpenForm } from './route-open-form.tsx';
import { findOptionalCandidate, listCandidates, listCentres, listTutors } from './route-tutor.queries.server.ts';

/** Opening a route: first a teacher of the region is found by name, then the route's term is set. */
export const loader = pageLoader({ need: 'route.open', query: routeOpenQuery }, async ({ ctx, query }) => {
  const centres = await listCentres(ctx);
  const chosen = query.person ? await findOptionalCandidate(ctx, query.person) : null;
  if (query.person && !chosen) throw new NotFound('person');
  const centre = centres[0];
  return {
    search: query.search,
    page: query.page,
    chosen,
    centres: centres.map(({ id, shortName }) => ({ id, shortName })),
    tutors: centre && chosen ? await listTutors(ctx, centre.id) : [],
    today: ctx.today,
    onceKey: newId(),
    candidates: chosen ? { total: 0, people: [] } : await listCandidates(ctx, query),
  };
});

export const action = formAction(
  { need: 'route.open', schema: openRouteSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, input, onceKey }) => {
    const { id } = await openRoute(ctx, { ...input, tutorId: input.tutorId ?? null }, onceKey);
    return { to: paths.route(id), done: routeText.opened };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.openTitle} — ${uiText.brand}` }];

export default function RouteOpenPage() {
  const { search, page, chosen, candidates, centres, tutors, today, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [centre] = centres;
  const back = { href: paths.routes(), text: routeText.back };
  if (!centre) {
    return (
      <Page title={routeText.openTitle} back={back}>
        <Empty>{routeText.openNoCentre}</Empty>
      </Page>
    );
  }
  if (!chosen) {
    return (
      <Page title={routeText.openTitle} lede={routeText.openLede} back={back}>
        <RouteCandidates search={search} page={page} {...candidates} />
      </Page>
    );
  }
  return (
    <Page
      title={routeText.openTitle}
      lede={routeText.openLedeChosen(chosen.name, chosen.unitName)}
      back={{ href: paths.routeOpen(), text: routeText.chooseAnother }}
      narrow
    >
      <RouteOpenForm {...{ problem, personId: chosen.id, centres, tutors, today, onceKey }} />
    </Page>
  );
}
