import { type Block, type Document, type Lane, paragraph } from './document.ts';
import { routeSheetText as words } from './route-sheet.text.ts';

/** What a printed route says; everything is in words already, columns in the order of the table. Source: DT-13, DOMAIN 3.2. */
export interface RouteSheet {
  owner: string;
  organisation: string;
  centre: string;
  tutor: string | null;
  period: string;
  image: string;
  positions: readonly (readonly string[])[];
  areas: readonly (readonly string[])[];
  /** Self-assessment per cent, first and last, by area; areas without one are absent. */
  areaBars: readonly { area: string; before: number; after: number; text: string }[];
  /** School years of the picture, and its lanes. */
  years: readonly string[];
  lanes: readonly Lane[];
  /** The picture in words. */
  pictureText: string;
  steps: readonly (readonly string[])[];
  revisions: readonly (readonly string[])[];
  cycles: readonly (readonly string[])[];
  /** Day of the print, in words. */
  printedOn: string;
}

/** The route as a landscape document with its pictures, tables and signatures. */
export function routeDocument(sheet: RouteSheet): Document {
  return {
    language: 'ru',
    title: `${words.title}: ${sheet.owner}`,
    kind: 'educational_route',
    profile: 'plain',
    orientation: 'landscape',
    footer: words.draft(sheet.printedOn),
    blocks: [
      { kind: 'heading', level: 1, text: words.title },
      aboutTable([
        [words.owner, sheet.owner],
        [words.organisation, sheet.organisation],
        [words.period, sheet.period],
        [words.centre, sheet.centre],
        [words.tutor, sheet.tutor ?? words.empty],
      ]),
      section(words.image),
      paragraph(sheet.image || words.empty),
      section(words.positions),
      table(words.positionColumns, [1, 6, 2, 2, 10], sheet.positions),
      section(words.areas),
      ...(sheet.areaBars.length > 0 ? [barsOf(sheet)] : []),
      table(words.areaColumns, [4, 3, 3, 5, 5], sheet.areas),
      ...roadmapOf(sheet),
      section(words.revisions),
      sheet.revisions.length > 0
        ? table(words.revisionColumns, [1, 2, 4, 8, 6], sheet.revisions)
        : paragraph(words.noRevisions),
      section(words.years),
      table(words.yearColumns, [1, 4, 3, 3, 2], sheet.cycles),
      { kind: 'signature', post: words.ownerPost, name: sheet.owner, mark: null },
      ...(sheet.tutor ? [{ kind: 'signature' as const, post: words.tutorPost, name: sheet.tutor, mark: null }] : []),
    ],
  };
}

function roadmapOf(sheet: RouteSheet): Block[] {
  if (sheet.steps.length === 0) return [section(words.roadmap), paragraph(words.noSteps)];
  return [
    section(words.roadmap),
    {
      kind: 'lanes',
      caption: words.picture,
      alt: sheet.pictureText,
      columns: [...sheet.years],
      lanes: [...sheet.lanes],
    },
    table(words.roadmapColumns, [1.1, 3, 3.6, 4, 3.2, 3.1, 3.1, 3.6, 3, 2.8, 3.2, 3.2], sheet.steps),
  ];
}

function barsOf(sheet: RouteSheet): Block {
  const bars = sheet.areaBars.map(({ area, before, after, text }) => ({ label: area, value: after, before, text }));
  return { kind: 'bars', caption: words.areaBars, maximum: 100, bars };
}

/** What a protocol of diagnosis says. Source: DT-14. */
export interface ProtocolSheet {
  owner: string;
  organisation: string;
  mode: string;
  instrument: string;
  day: string;
  recordedBy: string;
  areas: readonly (readonly string[])[];
}

/** A sheet of diagnosis as a protocol. */
export function protocolDocument(sheet: ProtocolSheet): Document {
  return {
    language: 'ru',
    title: `${words.protocol}: ${sheet.owner}`,
    kind: 'diagnosis_protocol',
    profile: 'plain',
    orientation: 'portrait',
    footer: null,
    blocks: [
      { kind: 'heading', level: 1, text: words.protocol },
      aboutTable([
        [words.owner, sheet.owner],
        [words.organisation, sheet.organisation],
        [words.mode, sheet.mode],
        [words.instrument, sheet.instrument],
        [words.day, sheet.day],
        [words.recordedBy, sheet.recordedBy],
        [words.whoSees, words.whoSeesText],
      ]),
      section(words.areas),
      table(words.protocolColumns, [5, 1.7, 2.7, 1.8, 2.6, 5.7], sheet.areas),
      { kind: 'signature', post: words.ownerPost, name: sheet.owner, mark: null },
    ],
  };
}

/** What a sheet of reflection says. Source: DT-15. */
export interface ReflectionSheet {
  owner: string;
  organisation: string;
  /** A year or the whole route. */
  object: string;
  day: string;
  image: string;
  nearness: string;
  deficits: readonly (readonly string[])[];
  answers: readonly (readonly string[])[];
  motivation: readonly (readonly string[])[];
}

/** A reflection as a sheet of its own. */
export function reflectionDocument(sheet: ReflectionSheet): Document {
  return {
    language: 'ru',
    title: `${words.reflection}: ${sheet.owner}`,
    kind: 'reflection_sheet',
    profile: 'plain',
    orientation: 'portrait',
    footer: null,
    blocks: [
      { kind: 'heading', level: 1, text: words.reflection },
      aboutTable([
        [words.owner, sheet.owner],
        [words.organisation, sheet.organisation],
        [words.object, sheet.object],
        [words.day, sheet.day],
        [words.image, sheet.image || words.empty],
        [words.nearness, sheet.nearness],
      ]),
      section(words.deficits),
      table(words.deficitColumns, [5, 2, 5], sheet.deficits),
      section(words.answers),
      table(words.answerColumns, [3, 6], sheet.answers),
      ...(sheet.motivation.length > 0
        ? [section(words.motivation), table(words.motivationColumns, [6, 1], sheet.motivation)]
        : []),
      { kind: 'signature', post: words.ownerPost, name: sheet.owner, mark: null },
    ],
  };
}

function section(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

function aboutTable(rows: string[][]): Block {
  return table([words.about, words.value], [2, 6], rows);
}

function table(header: readonly string[], shares: readonly number[], rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    caption: null,
    columns: shares.map((share) => ({ share, align: 'left' as const })),
    headerRows: [[...header]],
    rows: rows.map((row) => [...row]),
    totals: null,
  };
}
