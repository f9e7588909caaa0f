import { addDays, daysBetween } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * A regular survey of needs: for a period every teacher of an organisation is asked whether a mentor is needed. Filling a
 * request answers it, and so does saying that none is needed. The curator sees numbers and who has not answered, never who
 * needs nobody. Sources: DOMAIN 2.2 (yearly survey of requests), 002-12.
 */
export type SurveyRule =
  | 'ends-before-start'
  | 'survey-too-long'
  | 'needs-surveys-overlap'
  | 'survey-over'
  | 'reminded-today'
  | 'nobody-left';

/** The longest survey in days. */
export const LONGEST_SURVEY_DAYS = 92;
/** How long a survey runs unless said otherwise. */
const USUAL_DAYS = 14;

/** The last day offered for a survey opened today. */
export function usualSurveyEnd(today: Day): Day {
  return addDays(today, USUAL_DAYS);
}

/** What stands against a survey that starts today and ends on the day. */
export function ruleAgainstSurvey(endedOn: Day, today: Day): SurveyRule | null {
  if (endedOn < today) return 'ends-before-start';
  return daysBetween(today, endedOn) >= LONGEST_SURVEY_DAYS ? 'survey-too-long' : null;
}

/** What stands against bringing the survey to mind today: once a day is enough. */
export function ruleAgainstReminding(survey: { endedOn: Day; remindedOn: Day | null }, today: Day): SurveyRule | null {
  if (survey.endedOn < today) return 'survey-over';
  return survey.remindedOn === today ? 'reminded-today' : null;
}
