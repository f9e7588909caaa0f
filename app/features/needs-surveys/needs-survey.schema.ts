import { z } from 'zod';
import { day, id, pageNumber, searchText } from '#app/core/form.ts';

/** A new survey. */
export const newSurveySchema = z.object({ unitId: id(), endedOn: day() });

/** Address of a survey. */
export const surveyParams = z.object({ id: id() });

/** A form that is only sent. */
export const onlySentSchema = z.object({});

/** Filters of those who have not answered. */
export const unansweredFilterSchema = z.object({ page: pageNumber(), search: searchText() });

/** Page of the list. */
export const surveysFilterSchema = z.object({ page: pageNumber() });
