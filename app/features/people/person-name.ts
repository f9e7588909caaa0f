/** The parts of a person's name. */
export interface PersonName {
  lastName: string;
  firstName: string;
  middleName: string | null;
}

/** 'Ершова Татьяна Викторовна'. */
export function fullName(person: PersonName): string {
  return [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' ');
}

/** 'Ершова Т. В.' with no-break spaces, for tables and headers. */
export function shortName(person: PersonName): string {
  const initials = [person.firstName, person.middleName].flatMap((part) => (part ? [`${part.slice(0, 1)}.`] : []));
  return [person.lastName, ...initials].join('\u00A0');
}

/** What a search compares: lower case, ё as е, single spaces; the database keeps names the same way. */
export function searchKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('\u0451', '\u0435').replace(/\s+/gu, ' ').trim();
}
