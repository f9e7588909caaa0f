import { formatDayLong } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import { type Block, type Document, paragraph, plain } from '#reports/document.ts';
import type { OwnPurpose, TextInForce } from '../consent-texts/consent-text.ts';
import { type ActTemplate, filled } from '../local-acts/act-template.ts';
import { consentDocumentWords as words, purposeFields } from './consent-document.text.ts';
import { CATEGORIES, type Category } from './personal-consent.ts';
import { categoryNames, consentTitles } from './personal-consent.text.ts';

/** Whose consent it is and to whom. */
export interface ConsentSides {
  person: string;
  /** Initials before the surname. */
  signature: string;
  operator: string;
  guardian: { name: string; signature: string; rightDocument: string } | null;
}

/** What was decided at signing. */
export interface ConsentDecision {
  categories: readonly Category[];
  conditions: string;
  givenOn: Day;
  /** Text of the simple signature; null for one by hand. */
  mark: string | null;
}

/** The text as it is shown before signing: the same opening and points for everybody, no decision yet. */
export function consentToRead(
  purpose: OwnPurpose,
  text: TextInForce,
  template: ActTemplate,
  sides: ConsentSides,
): Document {
  return {
    language: 'ru',
    title: `${consentTitles[purpose]}: ${sides.person}`,
    kind: template.code,
    profile: 'plain',
    orientation: 'portrait',
    footer: null,
    blocks: textBlocks(purpose, text, template, sides),
  };
}

/** The consent as signed. */
export function signedConsent(shown: Document, purpose: OwnPurpose, sides: ConsentSides, decision: ConsentDecision): Document {
  const date = words.date(formatDayLong(decision.givenOn));
  return {
    ...shown,
    blocks: [
      ...shown.blocks,
      ...(purpose === 'dissemination' ? choiceBlocks(decision) : []),
      ...signatures(sides, date, decision.mark),
    ],
  };
}

/** The same text with empty lines, to be signed by hand. */
export function blankConsent(shown: Document, purpose: OwnPurpose, sides: ConsentSides): Document {
  const boxes = CATEGORIES.map((category): Block => left(words.box(categoryNames[category])));
  const choice = purpose === 'dissemination' ? [paragraph(words.toTick), ...boxes, left(`${words.conditions}: ______`)] : [];
  return {
    ...shown,
    blocks: [
      ...shown.blocks,
      ...choice,
      left(words.byHand),
      ...signatures(sides, words.date(words.blankDate), null),
    ],
  };
}

function textBlocks(purpose: OwnPurpose, text: TextInForce, template: ActTemplate, sides: ConsentSides): Block[] {
  const values = { person: sides.person, operator: sides.operator, ...purposeFields[purpose] };
  const points = text.points ?? template.points.map((point) => filled(point.text, values));
  return [
    { kind: 'heading', level: 1, text: consentTitles[purpose] },
    ...template.preamble.map((line) => paragraph(filled(line, values))),
    ...(sides.guardian ? [paragraph(words.guardian(sides.guardian.name, sides.guardian.rightDocument))] : []),
    { kind: 'points', startAt: 1, points: points.map((point) => ({ runs: plain(point) })) },
  ];
}

function choiceBlocks({ categories, conditions }: ConsentDecision): Block[] {
  const named = (isChosen: boolean) =>
    CATEGORIES.filter((category) => categories.includes(category) === isChosen)
      .map((category) => categoryNames[category])
      .join('; ') || words.nothing;
  return [
    paragraph(`${words.allowed}: ${named(true)}.`),
    paragraph(`${words.forbidden}: ${named(false)}.`),
    paragraph(`${words.conditions}: ${conditions === '' ? words.noConditions : conditions}`),
  ];
}

function signatures(sides: ConsentSides, date: string, mark: string | null): Block[] {
  const own: Block = { kind: 'signature', post: words.self, name: sides.signature, mark };
  const theirs: Block[] = sides.guardian
    ? [{ kind: 'signature', post: words.guardianSigns, name: sides.guardian.signature, mark: null }]
    : [];
  return [left(date), own, ...theirs];
}

function left(text: string): Block {
  return { kind: 'paragraph', runs: plain(text), align: 'left', firstLineIndent: false };
}
