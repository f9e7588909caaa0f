import { describe, expect, test } from 'vitest';
import { POSTS, recognisePost } from '#app/features/staff-lists/staff-list-posts.ts';
import { subjectIn } from '#app/features/staff-lists/staff-list-subjects.ts';

describe('posts of the nomenclature', () => {
  test.each([
    ['Учитель', 'teacher', null],
    ['учитель физики', 'teacher', 'Физика'],
    ['Учитель русского языка и литературы', 'teacher', 'Русский язык и литература'],
    ['учитель нач. классов', 'teacher', 'Начальные классы'],
    ['учитель начальных классов (химия)', 'teacher', 'Химия'],
    ['учитель (изо)', 'teacher', 'ИЗО'],
    ['учитель (0,5 ст.)', 'teacher', null],
    ['учитель физ-ры', 'teacher', 'Физическая культура'],
    ['учитель робототехники', 'teacher', 'Робототехника'],
    ['учитель высшей категории', 'teacher', null],
    ['преподаватель физики', 'lecturer', 'Физика'],
    ['преподаватель-организатор ОБЗР', 'organiser_obzr', null],
    ['Учитель – логопед', 'speech_therapist', null],
    ['Педагог\u00A0психолог', 'school_psychologist', null],
    ['соц. педагог', 'social_pedagogue', null],
    ['ПДО', 'supplementary_teacher', null],
    ['педагог доп. образования', 'supplementary_teacher', null],
    ['Зам. директора по УВР', 'deputy_head', null],
    ['зам.дир. по ВР', 'deputy_head', null],
    ['завуч', 'deputy_head', null],
    ['И.о. директора', 'head', null],
    ['Заведующая', 'head', null],
    ['заведующий отделением', 'unit_head', null],
    ['мастер п/о', 'master_of_training', null],
    ['ст. воспитатель', 'senior_educator', null],
    ['муз. руководитель', 'music_leader', null],
    ['советник директора по воспитанию', 'upbringing_adviser', null],
  ])('%s', (text, code, subject) => {
    expect(recognisePost(text)).toEqual({ code, subject });
  });

  test.each(['повелитель таблиц', 'завхоз', 'заведующий хозяйством', 'учительский стол', 'бухгалтер', '()', '123'])(
    '%s is outside it',
    (text) => {
      expect(recognisePost(text)).toBeNull();
    },
  );

  test('every post is recognised by its own name, and codes and names do not repeat', () => {
    expect(POSTS.map(({ name }) => recognisePost(name)?.code)).toEqual(POSTS.map(({ code }) => code));
    expect(new Set(POSTS.map(({ name }) => name)).size).toBe(POSTS.length);
  });
});

describe('subjects', () => {
  test.each([
    ['английский язык', 'Иностранный язык (английский)'],
    ['Иностранный язык (английский)', 'Иностранный язык (английский)'],
    ['начальные классы', 'Начальные классы'],
    ['История и обществознание', 'История и обществознание'],
    ['физ. культура', 'Физическая культура'],
    ['ОБЖ', 'ОБЗР'],
    ['музыка, хор', 'Музыка, хор'],
    ['робототехника', 'Робототехника'],
    ['', null],
  ])('%s', (text, subject) => {
    expect(subjectIn(text, 'named')).toBe(subject);
  });
});
