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

/** The sections a signed-in actor has something in, in reading order, the current one marked. */
export function sectionsFor(actor: Actor, pathname: string): Section[] {
  if (actor.kind !== 'person') return [];
  const open = sections.filter(({ anyOf }) => anyOf.some((permission) => holdsByRole(actor, permission)));
  // Whoever sees the people finds the staff lists there; the header has no room for both.
  const hasPeople = open.some(({ href }) => href === paths.people());
  // Whoever looks for mentors finds the requests there.
  const hasMatching = open.some(({ href }) => href === paths.peopleWithoutMentor());
  const elsewhere = [...(hasPeople ? [paths.staffLists()] : []), ...(hasMatching ? [paths.requests()] : [])];
  const own = open.filter(({ href }) => !elsewhere.includes(href));
  const home = { href: paths.home(), text: navigationText.home };
  const current = own
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
  return [
    { ...home, current: pathname === paths.home() },
    ...own.map(({ href, text }) => ({ href, text, current: href === current?.href })),
  ];
}
