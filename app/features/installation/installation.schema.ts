import { z } from 'zod';
import { line, optionalLine, wholeNumber } from '#app/core/form.ts';
import { LONGEST_PASSWORD } from '#app/features/accounts/account.ts';
import { ORGANISATION_KINDS, TIME_ZONES } from '#app/features/org-units/unit.ts';
import { LONGEST_LEAP_DAYS } from './installation.ts';

/** The one form that sets an installation up. */
export const setUpSchema = z.object({
  regionName: line(120),
  timeZone: z.enum(TIME_ZONES),
  municipalityName: line(120),
  organisationKind: z.enum(ORGANISATION_KINDS),
  organisationName: line(120),
  lastName: line(100),
  firstName: line(100),
  middleName: optionalLine(100),
  login: line(200),
  password: z.string().min(1).max(LONGEST_PASSWORD),
  repeat: z.string().min(1).max(LONGEST_PASSWORD),
});

/** A move of the demonstration clock, days ahead or back. */
export const clockSchema = z.object({ days: wholeNumber(-LONGEST_LEAP_DAYS, LONGEST_LEAP_DAYS) });
