import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The site map: every URL once. Paths are spelled again only in `paths.ts`; a test compares the two. */
const routes: RouteConfig = [
  index('features/home/home.page.tsx'),
  // org-units
  route('units', 'features/org-units/units.page.tsx'),
  route('units/:id', 'features/org-units/unit.page.tsx'),
  route('units/:id/add', 'features/org-units/unit-add.page.tsx'),
  route('units/:id/rename', 'features/org-units/unit-rename.page.tsx'),
  route('units/:id/move', 'features/org-units/unit-move.page.tsx'),
  route('units/:id/close', 'features/org-units/unit-close.page.tsx'),

  // Last: whatever no line above names is answered like a missing object.
  route('*', 'features/home/nowhere.page.tsx'),
];

export default routes;
