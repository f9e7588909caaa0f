import type { MappedRow, StaffListField } from './staff-list-columns.ts';
import { readDay, readService, readYearOrMonth, serviceBegan } from './staff-list-dates.ts';
import {
  type NameParts,
  nameRefusal,
  properMiddleName,
  properName,
  splitFirstAndMiddle,
  splitFullName,
} from './staff-list-names.ts';
import { type PostCode, recognisePost } from './staff-list-posts.ts';
import { cellText, columnLetters, hasControls } from './staff-list-source.ts';
import { subjectIn } from './staff-list-subjects.ts';
import { readEmail, readPhone, recogniseCategory, type StaffCategory, splitContacts } from './staff-list-values.ts';

/** A person of a staff list, in the product's own terms. Days are 'YYYY-MM-DD'; null is «the list does not say». */
export interface StaffListPerson {
  /** Row number as Excel shows it. */
  row: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthOn: string | null;
  postCode: PostCode | null;
  /** The post as the list writes it; '' when it writes none. */
  postText: string;
  subject: string | null;
  category: StaffCategory | null;
  hiredOn: string | null;
  teachingSince: string | null;
  /** How `teachingSince` is known: written as a day, or counted from months or whole years of service. */
  teachingSinceBy: 'day' | 'months' | 'years' | null;
  email: string | null;
  /** +7XXXXXXXXXX, or as written when it is no whole Russian number. */
  phone: string | null;
  organisation: string | null;
}

/** Why a row is refused; every code has one Russian sentence in `staff-list.text.ts`. */
export type RowRefusalCode =
  | 'no-last-name'
  | 'no-first-name'
  | 'initials-only'
  | 'name-has-controls'
  | 'name-unreadable'
  | 'name-mixed-alphabets'
  | 'text-has-controls'
  | 'too-long'
  | 'formula'
  | 'cell-error'
  | 'birth-impossible'
  | 'birth-in-future'
  | 'birth-too-early'
  | 'birth-too-late'
  | 'date-unreadable'
  | 'date-impossible'
  | 'date-too-far'
  | 'hired-before-birth'
  | 'teaching-before-birth'
  | 'experience-unreadable'
  | 'email-invalid'
  | 'post-unknown'
  | 'category-unknown'
  | 'no-organisation'
  | 'duplicate-in-file';

/** One refusal: `cell` is the address («D10»), `value` the text that stands there, `otherRow` the row it repeats. */
export interface RowRefusal {
  row: number;
  column: string;
  cell: string;
  field: StaffListField;
  code: RowRefusalCode;
  value: string;
  otherRow?: number;
}

/** What does not depend on the row: today, the day the list is drawn up as of, where an unmapped refusal points. */
export interface RowReadingOptions {
  today: string;
  asOf: string;
  nameColumn: number;
}

/** A row as a person, or everything that is wrong with it. */
export type RowReading = { person: StaffListPerson } | { refusals: RowRefusal[] };

const LONGEST: Partial<Record<StaffListField, number>> = { post: 300, subject: 200, organisation: 500, phone: 100 };
const LONGEST_OTHER = 300;
const OLDEST_YEARS = 100;
const YOUNGEST_YEARS = 14;

/** Reads one data row. All refusals are found at once, so that a list is put right in one go. */
export function readStaffListRow(row: MappedRow, options: RowReadingOptions): RowReading {
  const reader = new RowReader(row, options);
  const person = reader.person();
  return reader.refusals.length === 0 ? { person } : { refusals: reader.refusals };
}

class RowReader {
  readonly refusals: RowRefusal[] = [];

  constructor(
    private readonly row: MappedRow,
    private readonly options: RowReadingOptions,
  ) {}

  person(): StaffListPerson {
    const name = this.name();
    const birthOn = this.birthOn();
    const postText = this.text('post');
    const post = postText === '' ? null : recognisePost(postText);
    if (postText !== '' && post === null) this.refuse('post', 'post-unknown');
    const categoryText = this.text('category');
    const category = categoryText === '' ? null : recogniseCategory(categoryText);
    if (categoryText !== '' && category === null) this.refuse('category', 'category-unknown');
    const hiredOn = this.day('hiredOn');
    if (hiredOn !== null && birthOn !== null && hiredOn < birthOn) this.refuse('hiredOn', 'hired-before-birth');
    else this.refuseFarDay('hiredOn', hiredOn);
    const contacts = splitContacts(this.text('contacts'));
    const phone = this.text('phone') || contacts.phone;
    return {
      row: this.row.rowNumber,
      ...name,
      birthOn,
      postCode: post?.code ?? null,
      postText,
      subject: subjectIn(this.text('subject'), 'named') ?? post?.subject ?? null,
      category,
      hiredOn,
      ...this.teaching(birthOn),
      email: this.email(contacts.email),
      phone: phone === '' ? null : readPhone(phone),
      organisation: this.text('organisation') || null,
    };
  }

  private name(): NameParts {
    const parts = this.nameParts();
    const name = {
      lastName: properName(parts.lastName),
      firstName: properName(parts.firstName),
      middleName: properMiddleName(parts.middleName),
    };
    if (this.refusals.length > 0) return name;
    if (name.lastName === '') this.refuse('lastName', 'no-last-name');
    else if (name.firstName === '') this.refuse('firstName', 'no-first-name');
    this.refuseName('lastName', name.lastName);
    this.refuseName('firstName', name.firstName);
    this.refuseName('middleName', name.middleName ?? '');
    return name;
  }

  private nameParts(): NameParts {
    const { fullName, lastName, firstAndMiddleName } = this.row.cells;
    if (fullName !== undefined && lastName === undefined) return splitFullName(this.text('fullName'));
    const given =
      firstAndMiddleName === undefined
        ? { firstName: this.text('firstName'), middleName: this.text('middleName') }
        : splitFirstAndMiddle(this.text('firstAndMiddleName'));
    const family = this.text('lastName');
    if (family.includes(' ') && given.firstName === '' && lastName !== undefined) return splitFullName(family);
    return { lastName: family, ...given };
  }

  private refuseName(field: StaffListField, name: string): void {
    const code = name === '' ? null : nameRefusal(name);
    if (code !== null && !this.refusals.some((known) => known.code === code)) this.refuse(field, code);
  }

  private birthOn(): string | null {
    const latestYear = Number(this.options.today.slice(0, 4)) - YOUNGEST_YEARS;
    const on = this.day('birthOn', 'birth-impossible', latestYear);
    if (on === null) return null;
    const age = Number(this.options.today.slice(0, 4)) - Number(on.slice(0, 4));
    const code = birthRefusal(on, age, this.options.today);
    if (code === null) return on;
    this.refuse('birthOn', code);
    return null;
  }

  private teaching(birthOn: string | null): Pick<StaffListPerson, 'teachingSince' | 'teachingSinceBy'> {
    const began = this.teachingDay() ?? this.service();
    if (began === null) return { teachingSince: null, teachingSinceBy: null };
    const field = this.row.cells.teachingSince ? 'teachingSince' : 'experience';
    if (birthOn !== null && began.on < birthOn) this.refuse(field, 'teaching-before-birth');
    else this.refuseFarDay(field, began.on);
    return { teachingSince: began.on, teachingSinceBy: began.by };
  }

  /** A column of beginnings may hold a length and the other way round: the cell's own form decides. */
  private teachingDay(): { on: string; by: 'day' | 'months' | 'years' } | null {
    const cell = this.row.cells.teachingSince?.cell;
    if (cell === undefined || this.text('teachingSince') === '') return null;
    const rough = readYearOrMonth(cell);
    if (rough !== null) return { on: rough, by: 'years' };
    const service = cell.kind === 'text' && /\d[\s\d]*\p{L}/u.test(cell.text) ? readService(cell) : null;
    const isDay = 'on' in readDay(cell, this.latestYear());
    if (service !== null && !isDay) return this.countedBack(service);
    const on = this.day('teachingSince');
    return on === null ? null : { on, by: 'day' };
  }

  private service(): { on: string; by: 'day' | 'months' | 'years' } | null {
    const cell = this.row.cells.experience?.cell;
    if (cell === undefined || this.text('experience') === '') return null;
    const service = readService(cell);
    if (service !== null) return this.countedBack(service);
    const rough = readYearOrMonth(cell);
    if (rough !== null) return { on: rough, by: 'years' };
    const day = readDay(cell, this.latestYear());
    if ('on' in day) return { on: day.on, by: 'day' };
    this.refuse('experience', 'experience-unreadable');
    return null;
  }

  private countedBack(service: { months: number; precision: 'months' | 'years' }) {
    return { on: serviceBegan(service, this.options.asOf), by: service.precision };
  }

  private email(fromContacts: string): string | null {
    const text = this.text('email');
    if (text === '' && fromContacts === '') return null;
    const email = readEmail(text || fromContacts);
    if (email === null) this.refuse(text === '' ? 'contacts' : 'email', 'email-invalid');
    return email;
  }

  private day(
    field: StaffListField,
    impossible: RowRefusalCode = 'date-impossible',
    latestYear = this.latestYear(),
  ): string | null {
    const cell = this.row.cells[field]?.cell;
    if (cell === undefined || this.text(field) === '') return null;
    const day = readDay(cell, latestYear);
    if ('on' in day) return day.on;
    this.refuse(field, day.problem === 'impossible' ? impossible : 'date-unreadable');
    return null;
  }

  private latestYear(): number {
    return Number(this.options.today.slice(0, 4)) + 1;
  }

  private refuseFarDay(field: StaffListField, on: string | null): void {
    if (on === null) return;
    const year = Number(on.slice(0, 4));
    if (year < 1900 || year > this.latestYear()) this.refuse(field, 'date-too-far');
  }

  /** The clean text of a field; '' when it is empty or when it is refused as a formula, an error, controls, too long. */
  private text(field: StaffListField): string {
    const cell = this.row.cells[field]?.cell;
    if (cell === undefined) return '';
    if (cell.kind === 'formula') return this.refuse(field, 'formula');
    if (cell.kind === 'error') return this.refuse(field, 'cell-error');
    const text = cellText(cell);
    if (hasControls(text)) return this.refuse(field, isNameField(field) ? 'name-has-controls' : 'text-has-controls');
    if (text.length > (LONGEST[field] ?? LONGEST_OTHER)) return this.refuse(field, 'too-long');
    return text;
  }

  private refuse(field: StaffListField, code: RowRefusalCode): '' {
    const { cells, rowNumber } = this.row;
    const isKnown = this.refusals.some((known) => known.code === code && known.field === field);
    if (isKnown) return '';
    const place = cells[field] ?? (isNameField(field) ? (cells.fullName ?? cells.firstAndMiddleName) : undefined);
    const column = columnLetters(place?.index ?? this.options.nameColumn);
    const value = place?.cell.text.slice(0, 200) ?? '';
    this.refusals.push({ row: rowNumber, column, cell: `${column}${rowNumber}`, field, code, value });
    return '';
  }
}

function birthRefusal(on: string, age: number, today: string): RowRefusalCode | null {
  if (on > today) return 'birth-in-future';
  if (age > OLDEST_YEARS) return 'birth-too-early';
  return age < YOUNGEST_YEARS ? 'birth-too-late' : null;
}

function isNameField(field: StaffListField): boolean {
  return /name$/i.test(field);
}
