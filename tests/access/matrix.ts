import type { Site } from '#tests/support/site.ts';
import { RELATIONS, type Relation } from './canary-marks.ts';
import { ACTORS, type ActorName, type CanaryWorld, type ObjectKind } from './canary-world.ts';
import type { Line } from './expectation.ts';
import { expectations } from './expectations.ts';
import { type Answer, answerOf, leaksIn, masked } from './leaks.ts';
import { mayKnow } from './leaks-entitlement.ts';
import { changedTables, stateOf } from './state.ts';

/** What an address is asked about: an object of a relation, one that never was, or no id at all. */
export type Asked = Relation | 'missing' | 'malformed' | 'none';

/** One request of the matrix. */
export interface Probe {
  line: Line;
  actor: ActorName;
  asked: Asked;
  /** Path with query. */
  path: string;
  /** Body of a post; absent for reading. */
  form?: Record<string, string>;
}

/** Lines between two looks at everything stored: a look costs as much as a dozen probes. */
const TOGETHER = 10;

const MISSING = '01900000-0000-7000-8000-000000000000';

/** The path of a line about an object; null when a value of the line stands for every relation. */
export function pathOf(canaries: CanaryWorld, line: Line, asked: Asked): string {
  const filled = line.path.replace(/:(\w+)/g, (_, name: string) => {
    const meaning = line.params?.[name] ?? '=';
    if (meaning.startsWith('=')) return meaning.slice(1);
    if (asked === 'missing') return MISSING;
    if (asked === 'malformed') return 'not-an-id';
    return canaries.objects[asked === 'none' ? 'own' : asked][meaning as ObjectKind];
  });
  return `/${filled === '*' ? 'nowhere/at/all' : filled}`;
}

/** Every way the line is asked about objects. */
export function askedOf(line: Line): readonly Asked[] {
  const isAboutObject = Object.values(line.params ?? {}).some((meaning) => !meaning.startsWith('='));
  return isAboutObject ? [...RELATIONS, 'missing', 'malformed'] : ['none'];
}

/** Actors whose reach may end between the far school and the foreign one. */
const REGIONAL: readonly ActorName[] = [
  ...(['administrator', 'municipalCoordinator', 'methodologist', 'tutor', 'centreHead'] as const),
  ...(['ministryOfficer', 'federalOperator', 'federalCentre'] as const),
];

/** The same by actor: far is foreign to whoever sits in a school, and how an id is written is read before who asks. */
function askedBy(line: Line, actor: ActorName): readonly Asked[] {
  return askedOf(line).filter((asked) => {
    if (asked === 'far') return REGIONAL.includes(actor);
    return asked !== 'malformed' || ['curator', 'ministryOfficer', 'nobody'].includes(actor);
  });
}

/** Whether the line gives this reach to the actor for what is asked. */
export function isGranted(reach: Line['opens'] | undefined, actor: ActorName, asked: Asked): boolean {
  if (reach === undefined) return false;
  // What is public is still missing where it never was.
  if (reach === 'public') return asked !== 'missing' && asked !== 'malformed';
  if (actor === 'nobody') return false;
  if (reach === 'signedIn') return true;
  if (asked === 'missing' || asked === 'malformed') return false;
  if (isList(reach)) return reach.includes(actor);
  return asked !== 'none' && (reach[actor] ?? []).includes(asked);
}

function isList(reach: Exclude<Line['opens'], string>): reach is readonly ActorName[] {
  return Array.isArray(reach);
}

/** What a refused form says, to find a mistake soon. */
function summaryOf({ status, body }: Answer): string {
  if (status !== 422) return '';
  const said = /<div class="govuk-error-summary"[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? '';
  return `: ${said
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}`;
}

/** What came of probes: how many, and what was wrong. */
export interface Findings {
  probes: number;
  wrongStatus: string[];
  leaks: string[];
  changes: string[];
  unequal: string[];
}

/** Nothing found yet. */
export const nothing = (): Findings => ({ probes: 0, wrongStatus: [], leaks: [], changes: [], unequal: [] });

/** The matrix on one world. */
export class Matrix {
  readonly findings = nothing();

  constructor(
    readonly canaries: CanaryWorld,
    readonly site: Site,
  ) {}

  /** Sends one probe and notes leaks; the caller judges the status. */
  async send({ line, actor, asked, path, form }: Probe): Promise<Answer> {
    const personId = this.canaries.actors[actor];
    const options = personId === null ? {} : { as: personId };
    const answer = await answerOf(await (form ? this.site.post(path, form, options) : this.site.get(path, options)));
    this.findings.probes += 1;
    const typed = Object.values(form ?? {})
      .join('\n')
      .toLowerCase();
    const said = this.canaries.marks.foundIn(typed).map(({ key }) => key);
    const leaks = leaksIn(this.canaries, answer.everything, (mark) => mayKnow(actor, personId, line.path, mark));
    for (const leak of leaks) {
      if (said.some((key) => leak.includes(key))) continue;
      this.findings.leaks.push(`${actor} ${form ? 'POST' : 'GET'} ${line.path} [${asked}]: ${leak}`);
    }
    if (answer.status >= 500) this.wrong({ line, actor, asked, path, form }, answer, 'a fault');
    return answer;
  }

  /** Probes lines one after another; what was written meanwhile is told with the lines it may come from. */
  async probeAll(lines: readonly Line[], probe: (line: Line) => Promise<void>): Promise<void> {
    const { db } = this.canaries.world;
    for (let first = 0; first < lines.length; first += TOGETHER) {
      const some = lines.slice(first, first + TOGETHER);
      const before = await stateOf(db);
      for (const line of some) await probe(line);
      const changed = changedTables(before, await stateOf(db));
      if (changed.length === 0) continue;
      this.findings.changes.push(`${some.map(({ path }) => path).join(', ')}: ${changed.join(', ')}`);
    }
  }

  /** Reads a line as every actor about every object. */
  async read(line: Line, actors: readonly ActorName[] = ACTORS): Promise<void> {
    await Promise.all(actors.map((actor) => this.readAs(line, actor)));
  }

  private async readAs(line: Line, actor: ActorName): Promise<void> {
    const answers = await Promise.all(
      askedBy(line, actor).map(async (asked) => {
        const probe = { line, actor, asked, path: pathOf(this.canaries, line, asked) };
        const answer = await this.send(probe);
        this.judgeReading(probe, answer);
        return { asked, answer };
      }),
    );
    if (isGranted(line.opens, actor, 'none') || Array.isArray(line.opens)) await this.search(line, actor);
    this.compare(line, actor, 'GET', answers);
  }

  private async search(line: Line, actor: ActorName): Promise<void> {
    for (const query of line.queries ?? []) {
      const path = `${pathOf(this.canaries, line, 'none')}${query}`;
      const probe = { line, actor, asked: 'none' as const, path };
      this.judgeReading(probe, await this.send(probe));
    }
  }

  /** Posts the form as everybody who may not act. */
  async refuse(
    line: Line,
    formFor: (asked: Asked) => Record<string, string>,
    kind: 'empty' | 'whole',
    actors: readonly ActorName[] = ACTORS,
  ): Promise<void> {
    await Promise.all(actors.map((actor) => this.refuseTo(line, formFor, kind, actor)));
  }

  private async refuseTo(
    line: Line,
    formFor: (asked: Asked) => Record<string, string>,
    kind: 'empty' | 'whole',
    actor: ActorName,
  ): Promise<void> {
    const refused = askedBy(line, actor)
      .filter((asked) => kind === 'whole' || (asked !== 'colleague' && asked !== 'sibling'))
      .filter((asked) => !line.answersUnknown && !isGranted(line.acts, actor, asked));
    const answers = await Promise.all(
      refused.map(async (asked) => {
        const probe = { line, actor, asked, path: pathOf(this.canaries, line, asked), form: formFor(asked) };
        const answer = await this.send(probe);
        this.judgeRefusal(probe, answer, kind);
        return { asked, answer };
      }),
    );
    this.compare(line, actor, `POST ${kind}`, answers);
  }

  private judgeReading(probe: Probe, answer: Answer): void {
    const { line, actor, asked } = probe;
    if (line.answersUnknown || isGranted(line.opens, actor, asked)) {
      const isMoved = line.mayMove && answer.status !== 500;
      if (answer.status !== 200 && !isMoved) this.wrong(probe, answer, 'expected to open');
    } else this.judgeClosed(probe, answer, [404]);
  }

  private judgeRefusal(probe: Probe, answer: Answer, kind: 'empty' | 'whole'): void {
    const mayBeTold = this.reads(probe.line.under, probe.actor, probe.asked);
    const statuses = [404, ...(mayBeTold ? [403] : []), ...(kind === 'empty' ? [422, 400] : [])];
    this.judgeClosed(probe, answer, statuses);
  }

  private judgeClosed(probe: Probe, answer: Answer, statuses: readonly number[]): void {
    if (probe.actor === 'nobody' && probe.line.path !== '*' && probe.line.opens !== 'public') {
      if (answer.status !== 302 || !answer.location.startsWith('/sign-in')) {
        this.wrong(probe, answer, 'expected the sign-in page');
      }
    } else if (!statuses.includes(answer.status)) this.wrong(probe, answer, `expected ${statuses.join(' or ')}`);
  }

  private reads(under: string | undefined, actor: ActorName, asked: Asked): boolean {
    return expectations.some(({ path, opens }) => path === under && isGranted(opens, actor, asked));
  }

  /** Foreign and missing must be one answer. */
  private compare(line: Line, actor: ActorName, how: string, answers: { asked: Asked; answer: Answer }[]): void {
    const missing = answers.find(({ asked }) => asked === 'missing');
    const foreign = answers.find(({ asked }) => asked === 'foreign');
    const isShown =
      this.reads(line.under, actor, 'foreign') || (how === 'GET' && isGranted(line.opens, actor, 'foreign'));
    if (!missing || !foreign || isShown) return;
    if (masked(missing.answer) !== masked(foreign.answer)) {
      this.findings.unequal.push(
        `${actor} ${how} ${line.path}: foreign ${foreign.answer.status}, missing ${missing.answer.status}`,
      );
    }
  }

  private wrong({ line, actor, asked, form }: Probe, answer: Answer, why: string): void {
    this.findings.wrongStatus.push(
      `${actor} ${form ? 'POST' : 'GET'} ${line.path} ${Object.values(line.params ?? {}).join()} [${asked}]: ${answer.status}, ${why}${summaryOf(answer)}`,
    );
  }
}
