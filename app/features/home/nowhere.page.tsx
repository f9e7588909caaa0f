import { NotFound } from '#app/access/refusals.ts';
import { pageLoader } from '#app/core/page.server.ts';

/** An address nobody serves. */
export const loader = pageLoader({ need: 'public' }, async () => {
  throw new NotFound('address');
});

export default function NowherePage() {
  return null;
}
