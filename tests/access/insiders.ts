import type { Id } from '#db/schema.ts';
import type { Site } from '#tests/support/site.ts';
import type { Relation } from './canary-marks.ts';
import type { ActorName, CanaryWorld } from './canary-world.ts';
import { ACTORS } from './canary-world.ts';
import type { Line } from './expectation.ts';
import { answerOf } from './leaks.ts';
import { type Asked, askedOf, isGranted, pathOf } from './matrix.ts';
import { type Control, controlsOf, filled } from './page-form.ts';

/** Somebody with the right to act on the object of a relation: the actor himself, or who has his part in that school. */
export function insiderOf(canaries: CanaryWorld, line: Line, asked: Asked): { personId: Id; asked: Asked } | null {
  const own: Asked = askedOf(line).includes('own') ? 'own' : 'none';
  const actor = line.insider ?? ACTORS.find((name) => isGranted(line.acts, name, own));
  if (!actor) return null;
  const relation: Relation = isRelation(asked) ? asked : 'own';
  const partner = counterpart(canaries, actor, relation);
  if (partner) return { personId: partner, asked };
  const personId = canaries.actors[actor];
  return personId ? { personId, asked: own } : null;
}

function isRelation(asked: Asked): asked is Relation {
  return asked !== 'none' && asked !== 'missing' && asked !== 'malformed';
}

function counterpart(canaries: CanaryWorld, actor: ActorName, relation: Relation): Id | null {
  const { sets, schools } = canaries;
  switch (actor) {
    case 'head':
    case 'curator':
    case 'hrOfficer':
      return schools[relation][actor];
    case 'mentor':
    case 'mentee':
    case 'proposedMentee':
      return sets[relation][actor].id;
    case 'askedMentor':
      return sets[relation].spareMentor.id;
    default:
      return null;
  }
}

/** A form on the page of somebody with the right. */
export interface OpenForm {
  /** Address it posts to: that of the page, search included, as a browser does. */
  path: string;
  /** Who sees it; null for whoever is not signed in. */
  personId: Id | null;
  controls: Control[];
  /** What he would send. */
  form: Record<string, string>;
}

/** Opens the page of a line about an object as who may act there. Throws when there is no form. */
export async function openForm(canaries: CanaryWorld, site: Site, line: Line, asked: Asked): Promise<OpenForm | null> {
  const insider = insiderOf(canaries, line, asked);
  if (!insider || line.mayMove) return null;
  const path = pathOf(canaries, line, insider.asked);
  const at = (line.formAt ?? '').replace(/:(\w+)/g, (_, kind: keyof CanaryWorld['objects']['own']) => {
    return canaries.objects[isRelation(insider.asked) ? insider.asked : 'own'][kind];
  });
  return readForm(site, path, insider.personId, { at, fills: line.fills ?? {} });
}

/** Reads the form of a page as the person, or as nobody. Throws when there is none. */
export async function readForm(
  site: Site,
  path: string,
  personId: Id | null,
  { at = '', fills = {} }: { at?: string; fills?: Record<string, string> } = {},
): Promise<OpenForm> {
  const answer = await answerOf(await site.get(`${path}${at}`, personId ? { as: personId } : {}));
  const controls = controlsOf(answer.body, path);
  // Switched off as things stand in the world: what would be posted is told by hand.
  if (!controls && Object.keys(fills).length > 0) return { path: `${path}${at}`, personId, controls: [], form: fills };
  if (!controls) throw new Error(`no form on ${path} for who may act there (${answer.status})`);
  return { path: `${path}${at}`, personId, controls, form: filled(controls, fills) };
}

/** The form as somebody with the right would send it about the object; about his own when there is none. */
export async function wholeForm(
  canaries: CanaryWorld,
  site: Site,
  line: Line,
  asked: Asked,
): Promise<Record<string, string>> {
  const about = asked === 'missing' || asked === 'malformed' ? 'own' : asked;
  return (await openForm(canaries, site, line, about))?.form ?? line.fills ?? {};
}
