import type { Day } from '#db/schema.ts';
import type { Area } from '../people/competence-area.ts';
import type { StepKind } from './route.ts';
import type { RevisionCause } from './route-revision.ts';

/** Levels at which a product is presented. */
export const PRESENTATION_LEVELS = ['organisation', 'municipality', 'region', 'country'] as const;

/** Level of a presentation. */
export type PresentationLevel = (typeof PRESENTATION_LEVELS)[number];

/** Why a step was chosen and how it goes on; what is left out is not known yet. Source: DOMAIN 3.2, 002-35. */
export interface StepDetails {
  /** What is to be reached, measurably. */
  goal: string;
  alternatives: string;
  /** Why this one and none of the alternatives. */
  choiceReason: string;
  organisation: string;
  /** Number in the register of programmes. */
  registerNumber: string;
  hours: number | null;
  presentationForm: string;
  presentationLevel: PresentationLevel | null;
  presentationPlace: string;
  presentedOn: Day | null;
}

/** What a step of the roadmap is. The area names the deficit it serves: the one open there. */
export interface StepPlan extends Partial<StepDetails> {
  kind: StepKind;
  area: Area;
  title: string;
  expectedProduct: string;
  startedOn: Day;
  dueOn: Day;
}

/** Why an agreed plan is corrected; needed once the roadmap has been completed. */
export interface Correction {
  cause?: RevisionCause | null;
  reason?: string;
}

/** The plan of a step as a revision keeps it: every field said. */
export type WholePlan = Required<StepPlan>;

/** The plan with what was not said as empty. */
export function wholePlan(plan: StepPlan): WholePlan {
  const empty: StepDetails = {
    goal: '',
    alternatives: '',
    choiceReason: '',
    organisation: '',
    registerNumber: '',
    hours: null,
    presentationForm: '',
    presentationLevel: null,
    presentationPlace: '',
    presentedOn: null,
  };
  const { kind, area, title, expectedProduct, startedOn, dueOn } = plan;
  const given = Object.fromEntries(
    Object.keys(empty).flatMap((name) => {
      const value = plan[name as keyof StepDetails];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { kind, area, title, expectedProduct, startedOn, dueOn, ...empty, ...given };
}

/** Fields in which two plans differ, in the order they are shown. */
export function changedFields(before: WholePlan, after: WholePlan): (keyof WholePlan)[] {
  return PLAN_FIELDS.filter((field) => before[field] !== after[field]);
}

/** Every field of a plan, in the order it is shown. */
export const PLAN_FIELDS = [
  'title',
  'kind',
  'area',
  'goal',
  'organisation',
  'registerNumber',
  'hours',
  'startedOn',
  'dueOn',
  'expectedProduct',
  'presentationForm',
  'presentationLevel',
  'presentationPlace',
  'presentedOn',
  'alternatives',
  'choiceReason',
] as const satisfies readonly (keyof WholePlan)[];
