import { formatDay } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import { type Block, type Document, paragraph } from '#reports/document.ts';
import { purposeFields, purposeReferences } from '../consent-texts/consent-fields.text.ts';
import type { OwnPurpose, TextInForce } from '../consent-texts/consent-text.ts';
import { withPoints } from '../consent-texts/own-points.ts';
import type { ActTemplate } from '../local-acts/act-template.ts';
import { templateDocument } from '../local-acts/template-document.ts';
import { consentDocumentWords as words } from './consent-document.text.ts';
import { categoryNames, consentTitles } from './personal-consent.text.ts';
import { CATEGORIES, type Category } from './personal-consent.ts';

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

/** What stands behind every form of one consent. */
export interface ConsentSource {
  purpose: OwnPurpose;
  text: TextInForce;
  template: ActTemplate;
  sides: ConsentSides;
}

/** The text as it is shown before signing: the same for everybody, no decision yet. */
export function consentToRead(source: ConsentSource): Document {
  const fields = CATEGORIES.map((category) => row(category, words.toDecide, ''));
  return drawn(source, { fields, mark: '' });
}

/** The consent as signed, with the day, the choice and the mark. */
export function signedConsent(
  source: ConsentSource,
  { categories, conditions, givenOn, mark }: ConsentDecision,
): Document {
  const fields = CATEGORIES.map((category) =>
    categories.includes(category)
      ? row(category, words.allowed, conditions === '' ? words.noConditions : conditions)
      : row(category, words.forbidden, words.nothing),
  );
  const document = drawn(source, { fields, mark: mark ?? '' });
  const dated = (block: Block): Block =>
    block.kind === 'letterhead' ? { ...block, date: formatDay(givenOn), number: words.noNumber } : block;
  return { ...document, blocks: document.blocks.map(dated) };
}

/** The same text to be signed by hand. */
export function blankConsent(source: ConsentSource): Document {
  const document = consentToRead(source);
  const at = document.blocks.findIndex(({ kind }) => kind === 'signature');
  const notes = [...(source.purpose === 'dissemination' ? [words.underline] : []), words.byHand];
  const blocks = [
    ...document.blocks.slice(0, at),
    ...notes.map((note) => paragraph(note)),
    ...document.blocks.slice(at),
  ];
  return { ...document, blocks };
}

const row = (category: Category, allowed: string, conditions: string) => ({
  category: categoryNames[category],
  allowed,
  conditions,
});

function drawn(
  { purpose, text, template, sides }: ConsentSource,
  said: { fields: ReturnType<typeof row>[]; mark: string },
): Document {
  const { person: personName, signature: personSigned, operator: organisation } = sides;
  const title = `${consentTitles[purpose]}: ${personName}`;
  const values = {
    ...{ personName, personSigned, organisation, references: purposeReferences[purpose] },
    ...purposeFields[purpose],
    ...said,
  };
  const document = templateDocument(withPoints(template, text.points), { organisation, title }, values);
  return sides.guardian ? withGuardian(document, sides.guardian) : document;
}

function withGuardian(document: Document, guardian: NonNullable<ConsentSides['guardian']>): Document {
  const at = document.blocks.findIndex(({ kind }) => kind === 'signature');
  const said = paragraph(words.guardian(guardian.name, guardian.rightDocument));
  const signs: Block = { kind: 'signature', post: words.guardianSigns, name: guardian.signature, mark: null };
  return { ...document, blocks: [...document.blocks.slice(0, at), said, ...document.blocks.slice(at), signs] };
}
