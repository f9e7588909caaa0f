import type { Context } from '#app/core/context.server.ts';
import { formatDayLong } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Id } from '#db/schema.ts';
import { citationWords } from '../legal-references/legal-reference.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { factsOf } from './act-facts.server.ts';
import { choiceNames, groundWords } from './act-fields.text.ts';
import { type ActField, type DrawnKind, fieldsOf } from './act-fields.ts';
import type { Given } from './act-form.ts';
import type { ActTemplate } from './act-template.ts';
import type { DrawnValues } from './act-values.ts';
import { orderWords } from './assignment-order.text.ts';
import { type Colleague, listColleagues } from './colleagues.queries.server.ts';
import { correctedForms, findSigner, inCase, postWords, signedName } from './order-values.server.ts';
import type { TemplateRow, TemplateValues } from './template-document.ts';

/** What a document is drawn up from. */
export interface Drawing {
  kind: DrawnKind;
  unitId: Id;
  given: Given;
  template: ActTemplate;
  authorId: Id;
}

/**
 * Everything a document says: what was given in words, and what the records know. Throws RuleBroken `no-head`,
 * `person-elsewhere`, `mentorship-elsewhere` and the rules of `factsOf`.
 */
export async function drawnValues(tx: Context, drawing: Drawing): Promise<DrawnValues> {
  const { kind, unitId, given, template, authorId } = drawing;
  const unit = await tx.db.selectFrom('orgUnit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
  const signer = await findSigner(tx, unitId);
  if (!signer) throw new RuleBroken('no-head');
  const fields = fieldsOf(kind);
  const people = await chosenPeople(tx, unitId, fields, given);
  const [author] = await listColleagues(tx, unitId, [authorId]);
  const forms = await correctedForms(tx, [...people.map(({ personId }) => personId), signer.personId, authorId]);
  const written: TemplateValues = Object.assign({}, ...fields.map((field) => wordsOf(field, given, people, forms)));
  const facts = await factsOf(tx, { kind, unitId, given, forms });
  const named = [...new Set([...people.map(({ personId }) => personId), ...facts.named])];
  const acquainted = await namesOf(tx, named);
  const signed = {
    organisation: unit.name,
    signerId: signer.personId,
    signerName: signedName(signer),
    signerPost: signer.post ?? orderWords.headPost,
  };
  const words = {
    ...written,
    ...facts.words,
    ...(given.control ? { control: controlWords(String(given.control), author, forms) } : {}),
    acquainted,
    organisation: unit.name,
    references: await citationWords(tx, template.references),
    signerName: signed.signerName,
    signerPost: signed.signerPost,
    signerGenitive: inCase(forms, signer.personId, signer, 'genitive'),
  };
  return { ...signed, given, words, named, assignments: [] };
}

/** Everybody chosen in fields of people. Throws RuleBroken `person-elsewhere` for somebody who does not work here. */
async function chosenPeople(tx: Context, unitId: Id, fields: readonly ActField[], given: Given): Promise<Colleague[]> {
  const chosen = fields.flatMap((field) => {
    const value = given[field.name];
    return field.kind === 'person' && typeof value === 'string' && value ? [{ field: field.name, id: value }] : [];
  });
  const people = await listColleagues(tx, unitId, [...new Set(chosen.map(({ id }) => id))]);
  const stranger = chosen.find(({ id }) => people.every(({ personId }) => personId !== id));
  if (stranger) throw new RuleBroken('person-elsewhere', stranger.field);
  return people;
}

async function namesOf(tx: Context, ids: readonly Id[]): Promise<TemplateRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom('person')
    .select(['lastName', 'firstName', 'middleName'])
    .where('id', 'in', [...ids])
    .orderBy('searchName')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ name: fullName(row) }));
}

function wordsOf(
  field: ActField,
  given: Given,
  people: readonly Colleague[],
  forms: Map<string, string>,
): TemplateValues {
  const { name } = field;
  const value = given[name] ?? '';
  if (field.kind === 'rows') {
    const rows = typeof value === 'string' ? [] : value;
    return {
      [name]: rows.map((row) =>
        Object.fromEntries(field.columns.map((column) => [column.name, row[column.name] ?? ''])),
      ),
    };
  }
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'lines':
      return { [name]: text };
    case 'day':
      return { [name]: text && formatDayLong(text) };
    case 'choice':
      return { [name]: groundWords[text] ?? choiceNames[name]?.[text] ?? text };
    case 'person':
      return personWords(
        name,
        people.find(({ personId }) => personId === text),
        forms,
      );
    case 'mentorship':
      return {};
  }
}

function personWords(name: string, person: Colleague | undefined, forms: Map<string, string>): TemplateValues {
  const cased = (nameCase: 'genitive' | 'dative' | 'accusative' | 'instrumental') =>
    person ? inCase(forms, person.personId, person, nameCase) : '';
  return {
    [name]: person ? fullName(person) : '',
    [`${name}Genitive`]: cased('genitive'),
    [`${name}Dative`]: cased('dative'),
    [`${name}Accusative`]: cased('accusative'),
    [`${name}Instrumental`]: cased('instrumental'),
    [`${name}Post`]: person ? postWords({ mentorshipId: '', side: '', ...person }) : '',
    [`${name}Signed`]: person ? signedName(person) : '',
  };
}

function controlWords(control: string, author: Colleague | undefined, forms: Map<string, string>): string {
  return control === 'author' && author
    ? orderWords.giveControl(inCase(forms, author.personId, author, 'accusative'))
    : orderWords.keepControl;
}
