/** Legal forms in front of an organisation's name: they say who founded it, not which one it is. */
export const LEGAL_FORMS =
  /^(муниципальн\S*|государственн\S*|областн\S*|краев\S*|республиканск\S*|федеральн\S*|частн\S*|автономн\S*|бюджетн\S*|казенн\S*|некоммерческ\S*|общеобразовательн\S*|образовательн\S*|дошкольн\S*|профессиональн\S*|учреждени\S*|организаци\S*|дополнительного образования|м[абк]?(д|п)?оу|г[абк]?(д|п)?оу|м[абк]у|г[абк]у|н?чоу|ано|доу|оу|до)( |$)/;

/** Words of kinds of organisations in one form, longest first. */
export const KIND_WORDS: readonly (readonly [RegExp, string])[] = [
  [/средн\S* (полная )?(общеобразовательн\S* )?школ\S*/g, 'школа'],
  [/основн\S* (общеобразовательн\S* )?школ\S*/g, 'школа'],
  [/начальн\S* (общеобразовательн\S* )?школ\S*/g, 'школа'],
  [/общеобразовательн\S* школ\S*/g, 'школа'],
  [/детск\S* сад\S*/g, 'детсад'],
  [/(^| )(сош|оош|нош|сшк|шк|школы)(?= |$)/g, '$1школа'],
  [/(^| )(дс)(?= |$)/g, '$1детсад'],
];

/** The sign of a number, which means nothing by itself. */
export const NUMBER_SIGN = /№|(^|\s)n(?=\s*\d)/g;
