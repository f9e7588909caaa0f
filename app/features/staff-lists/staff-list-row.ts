import { fullYears } from '#app/core/dates.ts';
import {
  dayOf,
  type RowInHand,
  type RowReadingOptions,
  type RowRefusal,
  type RowRefusalCode,
  refuse,
  textOf,
} from './staff-list-cell.ts';
import type { MappedRow, StaffListField } from './staff-list-columns.ts';
import { readDay, readService, readYearOrMonth, type Service, serviceBegan } from './staff-list-dates.ts';
import {
  isInitials,
  type NameParts,
  nameRefusal,
  properMiddleName,
  properName,
  splitFirstAndMiddle,
  splitFullName,
} from './staff-list-names.ts';
import { type PostCode, recognisePost } from './staff-list-posts.ts';
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
  /** Days of the category; only beside a category the row names. */
  categoryFrom: string | null;
  categoryUntil: string | null;
  hiredOn: string | null;
  teachingSince: string | null;
  /** How `teachingSince` is known: written as a day, or counted from months or whole years of service. */
  teachingSinceBy: 'day' | 'months' | 'years' | null;
  email: string | null;
  /** +7XXXXXXXXXX, or as written when it is no whole Russian number. */
  phone: string | null;
  organisation: string | null;
}

/** A row as a person, or everything that is wrong with it. */
export type RowReading = { person: StaffListPerson } | { refusals: RowRefusal[] };

const OLDEST_YEARS = 100;
const YOUNGEST_YEARS = 14;
/** Categories with a term were given for five years; a longer one is a slip of the pen. */
const LONGEST_CATEGORY_YEARS = 6;

/** Reads one data row. All refusals are found at once, so that a list is put right in one go. */
export function readStaffListRow(row: MappedRow, options: RowReadingOptions): RowReading {
  const inHand: RowInHand = { row, options, refusals: [] };
  const person = personOf(inHand);
  return inHand.refusals.length === 0 ? { person } : { refusals: inHand.refusals };
}

function personOf(inHand: RowInHand): StaffListPerson {
  const name = nameOf(inHand);
  const birthOn = birthOf(inHand);
  const postText = textOf(inHand, 'post');
  const post = postText === '' ? null : recognisePost(postText);
  if (postText !== '' && post === null) refuse(inHand, 'post', 'post-unknown');
  const contacts = splitContacts(textOf(inHand, 'contacts'));
  const phone = textOf(inHand, 'phone') || contacts.phone;
  return {
    row: inHand.row.rowNumber,
    ...name,
    birthOn,
    postCode: post?.code ?? null,
    postText,
    subject: subjectIn(textOf(inHand, 'subject'), 'named') ?? post?.subject ?? null,
    ...categoryOf(inHand),
    hiredOn: hiredOf(inHand, birthOn),
    ...teachingOf(inHand, birthOn),
    email: emailOf(inHand, contacts.email),
    phone: phone === '' ? null : readPhone(phone),
    organisation: textOf(inHand, 'organisation') || null,
  };
}

function nameOf(inHand: RowInHand): NameParts {
  const parts = namePartsOf(inHand);
  const name = {
    lastName: properName(parts.lastName),
    firstName: properName(parts.firstName),
    middleName: properMiddleName(parts.middleName),
  };
  if (inHand.refusals.length > 0) return name;
  if (name.lastName === '') refuse(inHand, 'lastName', 'no-last-name');
  else if (name.firstName === '') refuse(inHand, 'firstName', 'no-first-name');
  else if (isInitials(name.firstName)) refuse(inHand, 'firstName', 'initials-only');
  else if (name.middleName !== null && isInitials(name.middleName)) refuse(inHand, 'middleName', 'initials-only');
  refuseName(inHand, 'lastName', name.lastName);
  refuseName(inHand, 'firstName', name.firstName);
  refuseName(inHand, 'middleName', name.middleName ?? '');
  return name;
}

function namePartsOf(inHand: RowInHand): NameParts {
  const { fullName, lastName, firstAndMiddleName } = inHand.row.cells;
  if (fullName !== undefined && lastName === undefined) return splitFullName(textOf(inHand, 'fullName'));
  const given =
    firstAndMiddleName === undefined
      ? { firstName: textOf(inHand, 'firstName'), middleName: textOf(inHand, 'middleName') }
      : splitFirstAndMiddle(textOf(inHand, 'firstAndMiddleName'));
  const family = textOf(inHand, 'lastName');
  if (family.includes(' ') && given.firstName === '') return splitFullName(family);
  return { lastName: family, ...given };
}

function refuseName(inHand: RowInHand, field: StaffListField, name: string): void {
  const code = name === '' ? null : nameRefusal(name);
  if (code !== null && !inHand.refusals.some((known) => known.code === code)) refuse(inHand, field, code);
}

function birthOf(inHand: RowInHand): string | null {
  const { today } = inHand.options;
  const on = dayOf(inHand, 'birthOn', 'birth-impossible', Number(today.slice(0, 4)) - YOUNGEST_YEARS);
  const code = on === null ? null : birthRefusal(on, today);
  if (code === null) return on;
  refuse(inHand, 'birthOn', code);
  return null;
}

function birthRefusal(on: string, today: string): RowRefusalCode | null {
  if (on > today) return 'birth-in-future';
  const years = fullYears(on, today);
  if (years > OLDEST_YEARS) return 'birth-too-early';
  return years < YOUNGEST_YEARS ? 'birth-too-late' : null;
}

type HeldCategory = Pick<StaffListPerson, 'category' | 'categoryFrom' | 'categoryUntil'>;

function categoryOf(inHand: RowInHand): HeldCategory {
  const text = textOf(inHand, 'category');
  const category = text === '' ? null : recogniseCategory(text);
  if (text !== '' && category === null) refuse(inHand, 'category', 'category-unknown');
  if (category === null || category === 'none') return { category, categoryFrom: null, categoryUntil: null };
  const thisYear = Number(inHand.options.today.slice(0, 4));
  const from = dayOf(inHand, 'categoryFrom', 'date-impossible', thisYear);
  const until = dayOf(inHand, 'categoryUntil', 'date-impossible', thisYear + LONGEST_CATEGORY_YEARS);
  if (from !== null && (from > inHand.options.today || from < '1990')) refuse(inHand, 'categoryFrom', 'date-too-far');
  if (until !== null && (until < '1990' || until.slice(0, 4) > String(thisYear + LONGEST_CATEGORY_YEARS))) {
    refuse(inHand, 'categoryUntil', 'date-too-far');
  }
  if (from !== null && until !== null && until < from) refuse(inHand, 'categoryUntil', 'category-ends-before-start');
  return { category, categoryFrom: from, categoryUntil: until };
}

function hiredOf(inHand: RowInHand, birthOn: string | null): string | null {
  const on = dayOf(inHand, 'hiredOn', 'date-impossible', latestYear(inHand));
  if (on !== null && birthOn !== null && on <= birthOn) refuse(inHand, 'hiredOn', 'hired-before-birth');
  else refuseFarDay(inHand, 'hiredOn', on);
  return on;
}

type Teaching = Pick<StaffListPerson, 'teachingSince' | 'teachingSinceBy'>;

const NO_TEACHING: Teaching = { teachingSince: null, teachingSinceBy: null };

function teachingOf(inHand: RowInHand, birthOn: string | null): Teaching {
  const field = textOf(inHand, 'teachingSince') === '' ? 'experience' : 'teachingSince';
  const teaching = field === 'experience' ? teachingByService(inHand) : teachingByDay(inHand);
  const since = teaching.teachingSince;
  if (since !== null && birthOn !== null && since <= birthOn) refuse(inHand, field, 'teaching-before-birth');
  else refuseFarDay(inHand, field, since);
  return teaching;
}

/** A column of beginnings may hold a length of service: the cell's own form decides. */
function teachingByDay(inHand: RowInHand): Teaching {
  const cell = inHand.row.cells.teachingSince?.cell;
  if (cell === undefined) return NO_TEACHING;
  const rough = readYearOrMonth(cell);
  if (rough !== null) return { teachingSince: rough, teachingSinceBy: 'years' };
  const isDay = 'on' in readDay(cell, latestYear(inHand));
  const service = !isDay && cell.kind === 'text' && /\d\s*\p{L}/u.test(cell.text) ? readService(cell) : null;
  if (service !== null) return countedBack(inHand, service);
  const on = dayOf(inHand, 'teachingSince', 'date-impossible', latestYear(inHand));
  return on === null ? NO_TEACHING : { teachingSince: on, teachingSinceBy: 'day' };
}

/** A column of lengths may hold a year or a day: the cell's own form decides. */
function teachingByService(inHand: RowInHand): Teaching {
  const cell = inHand.row.cells.experience?.cell;
  if (cell === undefined || textOf(inHand, 'experience') === '') return NO_TEACHING;
  const service = readService(cell);
  if (service !== null) return countedBack(inHand, service);
  const rough = readYearOrMonth(cell);
  if (rough !== null) return { teachingSince: rough, teachingSinceBy: 'years' };
  const day = readDay(cell, latestYear(inHand));
  if ('on' in day) return { teachingSince: day.on, teachingSinceBy: 'day' };
  refuse(inHand, 'experience', 'experience-unreadable');
  return NO_TEACHING;
}

function countedBack(inHand: RowInHand, service: Service): Teaching {
  return { teachingSince: serviceBegan(service, inHand.options.asOf), teachingSinceBy: service.precision };
}

function emailOf(inHand: RowInHand, fromContacts: string): string | null {
  const text = textOf(inHand, 'email');
  if (text === '' && fromContacts === '') return null;
  const email = readEmail(text || fromContacts);
  if (email === null) refuse(inHand, text === '' ? 'contacts' : 'email', 'email-invalid');
  return email;
}

/** Lists are made ahead of a school year, never further. */
function latestYear(inHand: RowInHand): number {
  return Number(inHand.options.today.slice(0, 4)) + 1;
}

function refuseFarDay(inHand: RowInHand, field: StaffListField, on: string | null): void {
  if (on === null) return;
  const year = Number(on.slice(0, 4));
  if (year < 1900 || year > latestYear(inHand)) refuse(inHand, field, 'date-too-far');
}
