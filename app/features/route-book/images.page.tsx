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
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { listImages } from './looks.queries.server.ts';
import { bookText } from './route-book.text.ts';

/** The target image through its versions. */
export const loader = pageLoader({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (route.view !== 'whole') throw new NotFound('images');
  const [images] = await Promise.all([listImages(ctx, params.id), recordLook(ctx, route, 'whole')]);
  return { id: route.id, owner: route.owner, mayEdit: route.mayEdit, images };
});

export const meta: MetaFunction = () => [{ title: `${bookText.imagesTitle} — ${uiText.brand}` }];

export default function ImagesPage() {
  const { id, owner, mayEdit, images } = useLoaderData<typeof loader>();
  const rewrite = <ButtonLink href={paths.routeImage(id)} text={bookText.rewrite} primary={images.length === 0} />;
  return (
    <Page
      title={bookText.imagesTitle}
      lede={`${owner}. ${bookText.imagesLede}`}
      back={{ href: paths.route(id), text: bookText.backToRoute }}
      actions={mayEdit ? rewrite : undefined}
      narrow
    >
      {images.length === 0 ? <p className="empty">{bookText.imagesEmpty}</p> : null}
      {images.map((image) => (
        <Card
          key={image.number}
          title={bookText.image(image.number)}
          aside={<span className="mute">{formatDay(image.writtenOn)}</span>}
        >
          <p className="prose">{image.text}</p>
        </Card>
      ))}
    </Page>
  );
}
