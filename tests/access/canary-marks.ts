import type { Id } from '#db/schema.ts';

/** Where an object stands, seen from the actors' school; `colleague` is the same school, another mentor and his mentees. */
export const RELATIONS = ['own', 'colleague', 'sibling', 'far', 'foreign'] as const;

/** One relation. */
export type Relation = (typeof RELATIONS)[number];

/** What a mark tells. */
export type Field =
  | 'name'
  | 'email'
  | 'phone'
  | 'focus'
  | 'idea'
  | 'plan'
  | 'result'
  | 'routePlan'
  | 'routeWords'
  | 'money'
  | 'pay'
  | 'work'
  | 'award'
  | 'returnReason'
  | 'staffList'
  | 'fileName'
  | 'scenarioWords'
  | 'strengths'
  | 'evidence'
  | 'need';

/** What a person is in the world; `otherMentee` and `outwardMentee` have the same mentor in other mentorships, the spare pair stands apart. */
export type Part =
  | 'head'
  | 'curator'
  | 'hrOfficer'
  | 'mentor'
  | 'mentee'
  | 'otherMentee'
  | 'outwardMentee'
  | 'spareMentor'
  | 'spareMentee'
  | 'teacher'
  | 'tutor'
  | 'otherTutor'
  | 'centreHead'
  | 'official';

/** Somebody of the world. */
export interface Canary {
  id: Id;
  relation: Relation;
  part: Part;
}

/** A unique piece of text, what it tells and whose data it is. */
export interface Mark extends Canary {
  field: Field;
}

let made = 0;

/** The next four letters, never the same again; consonants only, so that declension leaves them whole. */
function nextLetters(): string {
  made += 1;
  const digits = made.toString(16).padStart(4, '0');
  return [...digits].map((digit) => 'бвгджзклмнпрстфш'[Number.parseInt(digit, 16)]).join('');
}

/** The marks of a world by what is searched for. */
export class Marks {
  readonly byKey = new Map<string, Mark>();

  /** A last name; e-mail and phone of the same person are marked by the number given. */
  person(about: Canary): { lastName: string; email: string; phone: string } {
    const lastName = `Канарейка${nextLetters()}`;
    const number = String(this.byKey.size).padStart(5, '0');
    this.byKey.set(lastName.toLowerCase(), { ...about, field: 'name' });
    this.byKey.set(`cnry-${number}`, { ...about, field: 'email' });
    this.byKey.set(`90077${number}`, { ...about, field: 'phone' });
    return { lastName, email: `cnry-${number}@example.ru`, phone: `+790077${number}` };
  }

  /** A word to put into a text about somebody. */
  word(field: Field, about: Canary): string {
    const word = `Приметно${nextLetters()}`;
    this.byKey.set(word.toLowerCase(), { ...about, field });
    return word;
  }

  /** A sum in kopecks, found however it is written. */
  amount(about: Canary, field: Field = 'money'): number {
    const kopecks = 90_080_000 + this.byKey.size;
    this.byKey.set(String(kopecks), { ...about, field });
    return kopecks;
  }

  /** Every mark in a text, declined names and numbers written in groups too. */
  foundIn(text: string): { key: string; mark: Mark }[] {
    const lower = text.toLowerCase();
    const words = lower.match(/(?:канарейка|приметно)[а-я]{4}|cnry-\d{5}/g) ?? [];
    const numbers = lower.replace(/(?<=\d)[\s\u00a0().,-]+(?=\d)/g, '').match(/90077\d{5}|9008\d{4}/g) ?? [];
    const keys = new Set([...words, ...numbers]);
    return [...keys].flatMap((key) => {
      const mark = this.byKey.get(key);
      return mark ? [{ key, mark }] : [];
    });
  }
}
