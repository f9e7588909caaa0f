import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The site map: every URL once. Paths are spelled again only in `paths.ts`; a test compares the two. */
const routes: RouteConfig = [
  index('features/home/home.page.tsx'),
  // Last: whatever no line above names is answered like a missing object.
  route('*', 'features/home/nowhere.page.tsx'),
];

export default routes;
