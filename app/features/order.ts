/** Features in reading order: each may use those before it, never those after. */
export const featureOrder = [
  'journal',
  'notifications',
  'org-units',
  'working-days',
  'people',
  'staff-lists',
  'accounts',
  'mentorships',
  'matching',
  'local-acts',
  'programmes',
  'educational-routes',
  'stimuli',
  'monitoring',
  'installation',
  'home',
] as const;
