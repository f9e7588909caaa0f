import { type Kysely, sql } from 'kysely';

/** The three lists of forms (teacher model; student model of two sources; reverse forms) and the eight kinds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into mentoring_form (code, name, lists, position) values
      ('pupil_pupil', 'ученик – ученик', array['student_s3', 'student_r145'], 11),
      ('student_model_teachers', 'учитель – учитель', array['student_s3', 'student_r145'], 12),
      ('employer_pupil', 'работодатель – ученик', array['student_s3', 'student_r145'], 13),
      ('teacher_pupil', 'учитель – ученик', array['student_s3'], 14),
      ('student_pupil', 'студент – ученик', array['student_r145'], 15),
      ('employer_any_student', 'работодатель – студент', array['student_r145'], 16),
      ('reverse_young_experienced', 'молодой педагог – опытный педагог', array['reverse'], 21),
      ('reverse_teacher_administration', 'педагог – администрация', array['reverse'], 22),
      ('reverse_mixed_age', 'разновозрастное сотрудничество', array['reverse'], 23),
      ('reverse_learner_teacher', 'обучающийся – педагог', array['reverse'], 24)`.execute(db);
  await sql`
    insert into directory_version (form_code, started_on, name, meaning, source, mentor_sides, mentee_sides,
      under_labour_law, needs_order, has_roles_per_topic, is_event, is_group)
    select entry.code, '2020-01-01', mentoring_form.name, entry.meaning, entry.source, entry.mentors, entry.mentees,
      entry.under_labour_law, entry.needs_order, entry.roles, false, false
    from (values
      ('teacher_teacher', 'Опытный педагог помогает коллеге освоиться или справиться с профессиональной трудностью.',
        'целевая модель наставничества педагогов', array['employee'], array['employee'], true, true, false),
      ('head_teacher', 'Руководитель помогает педагогу войти в дело, выстроить рост, подготовиться к новой роли.',
        'целевая модель наставничества педагогов', array['leader'], array['employee'], true, true, false),
      ('employer_student', 'Школа как будущий работодатель помогает студенту педагогического вуза или колледжа.',
        'целевая модель наставничества педагогов', array['leader', 'employee'], array['student'], false, true, false),
      ('lecturer_young_teacher', 'Педагог вуза или колледжа сопровождает выпускника, который начал работать в школе.',
        'целевая модель наставничества педагогов', array['lecturer'], array['employee'], false, true, false),
      ('partner_teacher', 'Специалист организации-партнёра помогает педагогу освоить то, чего в школе пока не умеют.',
        'целевая модель наставничества педагогов', array['partner'], array['employee'], false, true, false),
      ('pupil_pupil', 'Ученик помогает ученику: учёба, жизнь школы, общий проект. Взрослый куратор рядом.',
        'модель наставничества обучающихся; распоряжение Минпросвещения от 25.12.2019 № Р-145',
        array['pupil'], array['pupil'], false, true, false),
      ('student_model_teachers', 'Учитель помогает учителю в рамках модели наставничества обучающихся.',
        'модель наставничества обучающихся; распоряжение Минпросвещения от 25.12.2019 № Р-145',
        array['employee'], array['employee'], true, true, false),
      ('employer_pupil', 'Представитель предприятия знакомит ученика с профессией и помогает с первыми шагами.',
        'модель наставничества обучающихся; распоряжение Минпросвещения от 25.12.2019 № Р-145',
        array['partner', 'leader'], array['pupil'], false, true, false),
      ('teacher_pupil', 'Учитель сопровождает ученика: трудности в учёбе, интерес к предмету, выбор пути.',
        'модель наставничества обучающихся', array['employee'], array['pupil'], false, true, false),
      ('student_pupil', 'Студент помогает школьнику с учёбой, проектом и выбором профессии.',
        'распоряжение Минпросвещения от 25.12.2019 № Р-145', array['student'], array['pupil'], false, true, false),
      ('employer_any_student', 'Представитель предприятия готовит студента к работе по профессии.',
        'распоряжение Минпросвещения от 25.12.2019 № Р-145', array['partner', 'leader'], array['student'],
        false, true, false),
      ('reverse_young_experienced', 'Молодой педагог учит опытного новому, опытный делится мастерством: у каждого своя тема.',
        'практика реверсивного наставничества', array['employee'], array['employee'], true, true, true),
      ('reverse_teacher_administration', 'Педагог и руководитель учат друг друга: у каждого своя тема, старших в паре нет.',
        'практика реверсивного наставничества', array['employee'], array['leader'], true, true, true),
      ('reverse_mixed_age', 'Педагоги разных поколений готовят общее дело и учатся друг у друга.',
        'практика реверсивного наставничества', array['employee'], array['employee'], true, true, true),
      ('reverse_learner_teacher', 'Ученик показывает педагогам то, что знает лучше: приборы, программы, цифровую среду.',
        'практика реверсивного наставничества', array['pupil', 'student'], array['employee'], false, true, true)
    ) as entry (code, meaning, source, mentors, mentees, under_labour_law, needs_order, roles)
    join mentoring_form on mentoring_form.code = entry.code`.execute(db);
  await sql`
    insert into directory_version (kind_code, started_on, name, meaning, source, under_labour_law, needs_order,
      has_roles_per_topic, is_event, is_group)
    select entry.code, '2020-01-01', mentoring_kind.name, entry.meaning, 'методические рекомендации по видам наставничества',
      true, entry.needs_order, entry.roles, entry.is_event, entry.is_group
    from (values
      ('one_to_one', 'Регулярная работа вдвоём, обычно учебный год и дольше. Подходит чаще всего.', true, false, false, false),
      ('group', 'Один наставник и несколько наставляемых; состав группы меняется по датам.', true, false, false, true),
      ('short_term', 'Несколько встреч вокруг одной ясной цели, между встречами наставляемый работает сам.', true, false, false, false),
      ('virtual', 'Общение на расстоянии: видеосвязь, переписка, общие документы. Приказ не обязателен.', false, false, false, false),
      ('reverse', 'Оба и учат, и учатся: роли закреплены за темами, у каждой темы своя цель.', true, true, false, false),
      ('situational', 'Помощь в ту минуту, когда возник вопрос: разбирают случай, долгого закрепления нет.', false, false, true, false),
      ('speed', 'Однодневная встреча многих людей: короткие беседы по очереди, без закрепления пар.', false, false, true, false),
      ('self_directed', 'Наставник вызвался сам, руководитель его не назначал. Согласие и приказ нужны как обычно.', true, false, false, false)
    ) as entry (code, meaning, needs_order, roles, is_event, is_group)
    join mentoring_kind on mentoring_kind.code = entry.code`.execute(db);
}
