import { type Actor, holdsByRole } from '#app/access/actor.ts';
import type { Permission } from '#app/access/policy.ts';
import { navigationText } from './navigation.text.ts';
import { paths } from './paths.ts';

/** A section in the header. */
export interface Section {
  href: string;
  text: string;
  current: boolean;
}

const sections: { href: string; text: string; anyOf: readonly Permission[] }[] = [
  {
    href: paths.people(),
    text: navigationText.people,
    anyOf: ['person.manage', 'person.private'],
  },
  {
    href: paths.peopleWithoutMentor(),
    text: navigationText.matching,
    anyOf: ['mentorship.propose'],
  },
  { href: paths.requests(), text: navigationText.requests, anyOf: ['request.read'] },
  { href: paths.mentorships(), text: navigationText.mentorships, anyOf: ['mentorship.read'] },
  { href: paths.acts(), text: navigationText.acts, anyOf: ['act.read'] },
  { href: paths.routes(), text: navigationText.routes, anyOf: ['route.read', 'route.shared', 'route.state'] },
  { href: paths.desk(), text: navigationText.desk, anyOf: ['route.accompany', 'route.assignTutor'] },
  { href: paths.deficitMap(), text: navigationText.deficits, anyOf: ['deficits.count'] },
  { href: paths.offers(), text: navigationText.offers, anyOf: ['offer.manage'] },
  { href: paths.stimuli(), text: navigationText.stimuli, anyOf: ['stimulus.read'] },
  { href: paths.staffLists(), text: navigationText.staffLists, anyOf: ['staffList.import'] },
  { href: paths.contours(), text: navigationText.contours, anyOf: ['contour.read'] },
  { href: paths.monitoring(), text: navigationText.monitoring, anyOf: ['monitoring.read'] },
  { href: paths.directories(), text: navigationText.directories, anyOf: ['directory.manage'] },
  { href: paths.units(), text: navigationText.units, anyOf: ['unit.read'] },
  { href: paths.accounts(), text: navigationText.accounts, anyOf: ['grant.manage'] },
  { href: paths.journal(), text: navigationText.journal, anyOf: ['journal.read'] },
];

/** Sections found inside another one by whoever has both: the header has no room for all. */
const inside: ReadonlyMap<string, string> = new Map([
  [paths.staffLists(), paths.people()],
  [paths.accounts(), paths.people()],
  [paths.requests(), paths.peopleWithoutMentor()],
  [paths.deficitMap(), paths.desk()],
]);

/** The sections a signed-in actor has something in, in reading order, the current one marked. */
export function sectionsFor(actor: Actor, pathname: string): Section[] {
  if (actor.kind !== 'person') return [];
  const open = sections.filter(({ anyOf }) => anyOf.some((permission) => holdsByRole(actor, permission)));
  const shownAt = (href: string): string => {
    const parent = inside.get(href);
    return open.some((section) => section.href === parent) ? (parent ?? href) : href;
  };
  const here = open
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
  const current = here ? shownAt(here.href) : null;
  return [
    { href: paths.home(), text: navigationText.home, current: pathname === paths.home() },
    ...open
      .filter(({ href }) => shownAt(href) === href)
      .map(({ href, text }) => ({ href, text, current: href === current })),
  ];
}
